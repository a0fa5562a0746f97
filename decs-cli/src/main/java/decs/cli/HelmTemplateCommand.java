package decs.cli;

import decs.helm.action.PostRenderer;
import decs.helm.action.Template;
import decs.helm.action.TemplateOutput;
import decs.helm.action.TemplateRequest;
import decs.helm.action.TemplateResult;
import decs.helm.chart.Chart;
import decs.helm.chart.HelmVersion;
import decs.helm.render.Capabilities;
import decs.helm.render.ChartRenderer;
import decs.helm.render.KubeVersion;
import decs.helm.render.ReleaseInfo;
import decs.helm.render.RenderOptions;
import decs.helm.render.RenderRequest;
import decs.template.value.ValueMap;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decs helm template}. */
@picocli.CommandLine.Command(name = "template", description = "Render a chart and print its manifests")
final class HelmTemplateCommand implements Command {
    @Mixin
    HelmOptions helm;

    @Mixin
    ValuesFlags values;

    @Mixin
    ChartOptions charts;

    @Parameters(paramLabel = "[NAME] CHART", arity = "0..2")
    List<String> words = new ArrayList<>();

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
            description = "do not check values against values.schema.json")
    boolean skipSchema;

    @Option(names = "--enable-dns", arity = "0..1", fallbackValue = "true", description = "look host names up")
    boolean dns;

    @Option(names = "--batch", description = "one JSON request a line on standard input, one JSON answer a line")
    boolean batch;

    @Option(names = "--jobs", paramLabel = "N", description = "how many requests of a batch at once")
    int jobs = 1;

    @Override
    public int run(Console console) {
        if (batch) {
            return new BatchLoop(helm.common.helm(), console, jobs).run();
        }
        if (words.isEmpty()) {
            throw new UsageException("\"helm template\" requires at least 1 argument");
        }
        String name = words.size() == 2 ? words.get(0) : "release-name";
        HelmVersion version = helm.common.helm();
        Chart chart = charts.load(words.get(words.size() - 1), helm, console);
        ValueMap given = values.values(version, console);
        TemplateResult result = new Template(new ChartRenderer()).run(request(chart, given, name, version, console));
        result.warnings().forEach(console.err()::println);
        console.out().print(result.text());
        return ExitCode.OK;
    }

    private TemplateRequest request(Chart chart, ValueMap given, String name, HelmVersion version, Console console) {
        Capabilities capabilities = Capabilities.defaults(version).plusApiVersions(apiVersions);
        if (!kubeVersion.isEmpty()) {
            capabilities = capabilities.withKubeVersion(KubeVersion.parse(kubeVersion, version));
        }
        RenderOptions options = RenderOptions.defaults();
        options = skipSchema ? options.withoutSchemaValidation() : options;
        options = dns ? options.withDns() : options;
        String namespace = helm.namespace.isEmpty() ? "default" : helm.namespace;
        ReleaseInfo release = upgrade ? ReleaseInfo.upgrade(name, namespace, 1) : ReleaseInfo.install(name, namespace);
        RenderRequest render = RenderRequest.of(chart, given, release, version)
                .withCapabilities(capabilities)
                .withOptions(options)
                .withHost(dns ? console.host().withDns() : console.host());
        return new TemplateRequest(
                render, new TemplateOutput(showOnly, includeCrds && !skipCrds, noHooks, skipTests, PostRenderer.NONE));
    }
}
