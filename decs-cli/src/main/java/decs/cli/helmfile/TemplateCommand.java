package decs.cli.helmfile;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.Verb;
import decs.core.request.TemplateRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code decs template}. */
@Command(name = "template", description = "Render the releases' manifests")
final class TemplateCommand implements Verb {
    @Mixin
    GlobalOptions globals;

    @Mixin
    RunFlags run;

    @Mixin
    PostRenderFlags postRender;

    @Option(names = "--output-dir", paramLabel = "DIR", description = "write files instead of printing")
    String outputDir = "";

    @Option(names = "--output-dir-template", paramLabel = "TEMPLATE", description = "the folder of each release")
    String outputDirTemplate = "";

    @Option(names = "--validate", arity = "0..1", fallbackValue = "true", description = "ask the cluster what it knows")
    boolean validate;

    @Option(names = "--include-crds", arity = "0..1", fallbackValue = "true", description = "print crds/ files, too")
    boolean includeCrds;

    @Option(names = "--skip-tests", arity = "0..1", fallbackValue = "true", description = "leave test hooks out")
    boolean skipTests;

    @Option(names = "--no-hooks", arity = "0..1", fallbackValue = "true", description = "leave all hooks out")
    boolean noHooks;

    @Option(names = "--show-only", paramLabel = "FILE", description = "only these templates of the chart")
    List<String> showOnly = new ArrayList<>();

    @Option(names = "--kube-version", paramLabel = "VERSION", description = "the Kubernetes version to render for")
    String kubeVersion = "";

    @Option(names = "--template-args", paramLabel = "FLAGS", description = "helm's own flags")
    String templateArgs = "";

    @Option(
            names = "--skip-schema-validation",
            arity = "0..1",
            fallbackValue = "true",
            description = "no schema checks")
    boolean skipSchemaValidation;

    @Option(names = "--skip-cleanup", arity = "0..1", fallbackValue = "true", hidden = true)
    boolean skipCleanup;

    @Override
    public int run(Console console) {
        Opening opening = new Opening(globals, console);
        TemplateRequest request = new TemplateRequest(
                opening.target(),
                run.options(globals, opening, templateArgs, "", ""),
                includeCrds,
                skipTests,
                noHooks,
                showOnly,
                kubeVersion,
                given(outputDir),
                given(outputDirTemplate),
                validate,
                postRender.rendering(),
                skipSchemaValidation);
        return opening.run(decs -> {
            decs.template(
                    request, opening.transcript(true), release -> console.out().println(release.text()));
            return ExitCode.OK;
        });
    }

    private static Optional<String> given(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
