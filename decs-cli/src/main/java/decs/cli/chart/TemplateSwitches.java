package decs.cli.chart;

import decs.cli.frame.Console;
import decs.core.functions.Program;
import decs.helm.action.PostRenderer;
import decs.helm.action.ServerTemplate.Questions;
import decs.helm.action.TemplateOutput;
import decs.helm.chart.HelmVersion;
import decs.helm.render.Capabilities;
import decs.helm.render.KubeVersion;
import decs.helm.render.ReleaseInfo;
import decs.helm.render.RenderOptions;
import decs.helm.render.RenderRequest;
import decs.template.language.Host;
import decs.template.source.DecsException;
import decs.template.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What {@code helm template} renders for, and which part of it is wanted. */
final class TemplateSwitches {
    @Option(names = "--include-crds", arity = "0..1", fallbackValue = "true", description = "print crds/, too")
    boolean includeCrds;

    @Option(names = "--skip-crds", arity = "0..1", fallbackValue = "true", description = "leave crds/ out")
    boolean skipCrds;

    @Option(names = "--skip-tests", arity = "0..1", fallbackValue = "true", description = "leave test hooks out")
    boolean skipTests;

    @Option(names = "--no-hooks", arity = "0..1", fallbackValue = "true", description = "leave all hooks out")
    boolean noHooks;

    @Option(
            names = {"-s", "--show-only"},
            paramLabel = "PATH",
            description = "only these templates")
    List<String> showOnly = new ArrayList<>();

    @Option(names = "--is-upgrade", arity = "0..1", fallbackValue = "true", description = "render as an upgrade")
    boolean upgrade;

    @Option(
            names = {"-a", "--api-versions"},
            paramLabel = "V,...",
            split = ",",
            description = "more API versions")
    List<String> apiVersions = new ArrayList<>();

    @Option(names = "--kube-version", paramLabel = "V", description = "the Kubernetes version to render for")
    String kubeVersion = "";

    @Option(
            names = "--skip-schema-validation",
            arity = "0..1",
            fallbackValue = "true",
            description = "leave values.schema.json unread")
    boolean skipSchema;

    @Option(names = "--enable-dns", arity = "0..1", fallbackValue = "true", description = "look host names up")
    boolean dns;

    @Option(
            names = "--validate",
            arity = "0..1",
            fallbackValue = "true",
            description = "against the cluster: its capabilities, and whether it knows the kinds")
    boolean validate;

    @Option(
            names = "--dry-run",
            arity = "0..1",
            fallbackValue = "client",
            paramLabel = "client|server",
            description = "server: with the cluster's capabilities and objects (client)")
    String dryRun = "client";

    @Option(names = "--post-renderer", paramLabel = "PROGRAM", description = "a program that manifests go through")
    String postRenderer = "";

    @Option(names = "--post-renderer-args", paramLabel = "ARG", description = "its arguments; repeat for more")
    List<String> postRendererArgs = new ArrayList<>();

    boolean crds() {
        return includeCrds && !skipCrds;
    }

    /** Refuses, before anything runs, what cannot work. */
    void check(HelmVersion version, String outputDir) {
        boolean known =
                List.of("client", "server", "none", "true", "false", "unset").contains(dryRun);
        if (!known) {
            throw new DecsException(
                    version == HelmVersion.V3
                            ? "Invalid dry-run flag. Flag must one of the following: false, true, none, client, server"
                            : "invalid dry-run value (\"" + dryRun
                                    + "\"). Must be \"none\", \"server\", or \"client\"");
        }
        if (!outputDir.isEmpty() && !showOnly.isEmpty()) {
            String message = "could not find template " + showOnly.get(0) + " in chart";
            String hint = "--show-only selects what is printed; --output-dir prints nothing, it writes files";
            throw new DecsException(message, List.of(Problem.of(message).withHint(hint)), null);
        }
    }

    ReleaseInfo release(String name, String namespace) {
        return upgrade ? ReleaseInfo.upgrade(name, namespace, 1) : ReleaseInfo.install(name, namespace);
    }

    RenderRequest request(RenderRequest plain, Host host) {
        Capabilities capabilities = plain.capabilities().plusApiVersions(apiVersions);
        if (!kubeVersion.isEmpty()) {
            capabilities = capabilities.withKubeVersion(KubeVersion.parse(kubeVersion, plain.version()));
        }
        RenderOptions options = RenderOptions.defaults();
        options = skipSchema ? options.withoutSchemaValidation() : options;
        options = dns ? options.withDns() : options;
        return plain.withCapabilities(capabilities).withOptions(options).withHost(dns ? host.withDns() : host);
    }

    /** What is asked of the cluster; empty when it is left alone. */
    Optional<Questions> questions(HelmVersion version) {
        boolean server = dryRun.equals("server");
        if (version == HelmVersion.V4) {
            return server || validate ? Optional.of(Questions.ALL) : Optional.empty();
        }
        if (validate) {
            return Optional.of(server ? Questions.ALL : Questions.KINDS);
        }
        return server ? Optional.of(Questions.OBJECTS) : Optional.empty();
    }

    TemplateOutput output(Console console) {
        return new TemplateOutput(showOnly, crds(), noHooks, skipTests, renderer(console));
    }

    private PostRenderer renderer(Console console) {
        if (postRenderer.isEmpty()) {
            return PostRenderer.NONE;
        }
        String path = postRenderer.contains("/")
                ? console.workingFolder().resolve(postRenderer).normalize().toString()
                : postRenderer;
        Program program = new Program(path, postRendererArgs, console.workingFolder(), Map.of());
        return manifests -> program.runToEnd(Optional.of(manifests))
                .filtered("error while running post render on files: ", postRenderer);
    }
}
