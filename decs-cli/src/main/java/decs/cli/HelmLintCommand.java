package decs.cli;

import decs.helm.action.Lint;
import decs.helm.action.LintMessage;
import decs.helm.action.LintMessage.Severity;
import decs.helm.action.LintRequest;
import decs.helm.archive.ChartLoader;
import decs.helm.chart.HelmVersion;
import decs.helm.render.Capabilities;
import decs.helm.render.ChartRenderer;
import decs.helm.render.KubeVersion;
import decs.helm.render.UnusedValues;
import decs.template.language.Limits;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decs helm lint}. */
@picocli.CommandLine.Command(name = "lint", description = "Look for what is wrong with charts")
final class HelmLintCommand implements Command {
    @Mixin
    HelmOptions helm;

    @Mixin
    ValuesFlags values;

    @Option(names = "--strict", arity = "0..1", fallbackValue = "true", description = "warnings count as errors")
    boolean strict;

    @Option(names = "--quiet", arity = "0..1", fallbackValue = "true", description = "only warnings and errors")
    boolean quiet;

    @Option(names = "--kube-version", paramLabel = "V", description = "the Kubernetes version to render for")
    String kubeVersion = "";

    @Option(
            names = "--skip-schema-validation",
            arity = "0..1",
            fallbackValue = "true",
            description = "do not check values against values.schema.json")
    boolean skipSchema;

    @Parameters(paramLabel = "PATH", arity = "0..*")
    List<String> folders = new ArrayList<>();

    @Override
    public int run(Console console) {
        List<String> charts = folders.isEmpty() ? List.of(".") : folders;
        Lint lint = new Lint(new ChartRenderer());
        int failed = 0;
        for (String folder : charts) {
            LintRequest request = request(folder, console);
            List<LintMessage> messages = lint.run(request);
            Severity limit = strict ? Severity.WARNING : Severity.ERROR;
            failed += messages.stream().anyMatch(message -> message.severity().compareTo(limit) >= 0) ? 1 : 0;
            print(folder, messages, console);
            unused(request, messages).forEach(unused -> console.err().println("warning: " + unused));
        }
        String sum = charts.size() + " chart(s) linted, " + failed + " chart(s) failed";
        if (failed > 0) {
            console.err().println("Error: " + sum);
            return ExitCode.FAILED;
        }
        if (!quiet) {
            console.out().println(sum);
        }
        return ExitCode.OK;
    }

    /** Values that nobody reads, of a chart without errors; Helm's own findings stay as they are. */
    private static List<UnusedValues.Unused> unused(LintRequest request, List<LintMessage> messages) {
        if (messages.stream().anyMatch(message -> message.severity() == Severity.ERROR)) {
            return List.of();
        }
        ChartLoader loader = new ChartLoader(request.version(), request.limits());
        return UnusedValues.find(loader.load(request.folder()), request.values());
    }

    private void print(String folder, List<LintMessage> messages, Console console) {
        List<LintMessage> shown = messages.stream()
                .filter(message -> !quiet || message.severity() != Severity.INFO)
                .toList();
        if (quiet && shown.isEmpty()) {
            return;
        }
        console.out().println("==> Linting " + folder);
        shown.forEach(console.out()::println);
        console.out().println();
    }

    private LintRequest request(String folder, Console console) {
        HelmVersion version = helm.common.helm();
        Capabilities capabilities = Capabilities.defaults(version);
        if (!kubeVersion.isEmpty()) {
            capabilities = capabilities.withKubeVersion(KubeVersion.parse(kubeVersion, version));
        }
        return new LintRequest(
                console.workingFolder().resolve(folder),
                values.values(version, console),
                helm.namespace.isEmpty() ? "default" : helm.namespace,
                capabilities,
                version,
                skipSchema,
                console.host(),
                Limits.defaults());
    }
}
