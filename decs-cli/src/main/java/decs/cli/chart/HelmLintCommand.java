package decs.cli.chart;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.Verb;
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
import decs.template.source.DecsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decs helm lint}. */
@Command(name = "lint", description = "Look for what is wrong with charts")
final class HelmLintCommand implements Verb {
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

    @Option(
            names = "--with-subcharts",
            arity = "0..1",
            fallbackValue = "true",
            description = "the charts in charts/, too")
    boolean subcharts;

    @Parameters(paramLabel = "PATH", arity = "0..*")
    List<String> folders = new ArrayList<>();

    private boolean said;

    @Override
    public int run(Console console) {
        List<String> charts = charts(console);
        Lint lint = new Lint(new ChartRenderer());
        int failed = 0;
        for (String folder : charts) {
            failed += lint(lint, folder, console) ? 1 : 0;
        }
        String sum = charts.size() + " chart(s) linted, " + failed + " chart(s) failed";
        if (failed > 0) {
            console.out().flush();
            console.err().println("Error: " + sum);
            return ExitCode.FAILED;
        }
        if (!quiet || said) {
            console.out().println(sum);
        }
        return ExitCode.OK;
    }

    /** The charts that were named, each followed by those in its charts/ folders where they are wanted, too. */
    private List<String> charts(Console console) {
        List<String> charts = new ArrayList<>();
        for (String named : folders.isEmpty() ? List.of(".") : folders) {
            charts.add(named);
            if (subcharts) {
                below(Places.of(named, console).resolve("charts"), charts);
            }
        }
        return charts;
    }

    private static void below(Path folder, List<String> charts) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.equals("Chart.yaml") || name.endsWith(".tgz") || name.endsWith(".tar.gz");
                    })
                    .sorted()
                    .forEach(file -> charts.add(
                            (file.getFileName().toString().equals("Chart.yaml") ? file.getParent() : file).toString()));
        } catch (IOException unreadable) {
            throw new DecsException("open " + folder + ": " + unreadable.getMessage(), unreadable);
        }
    }

    /** Lints one chart and prints what was found; whether it failed. */
    private boolean lint(Lint lint, String folder, Console console) {
        LintRequest request = request(folder, console);
        List<LintMessage> messages;
        String error = "";
        try {
            messages = lint.run(request);
        } catch (DecsException none) {
            messages = List.of();
            error = none.getMessage();
        }
        Severity least = quiet ? Severity.WARNING : Severity.INFO;
        Severity limit = strict ? Severity.WARNING : Severity.ERROR;
        List<LintMessage> shown = messages.stream()
                .filter(message -> message.severity().compareTo(least) >= 0)
                .toList();
        if (!quiet || !error.isEmpty() || !shown.isEmpty()) {
            console.out().println("==> Linting " + folder);
            if (!error.isEmpty()) {
                console.out().println("Error " + error);
            }
            shown.forEach(console.out()::println);
            console.out().println();
        }
        if (error.isEmpty()) {
            unused(request, messages).forEach(unused -> console.err().println("warning: " + unused));
        }
        said |= !error.isEmpty() || shown.stream().anyMatch(message -> message.severity() != Severity.INFO);
        return !error.isEmpty()
                || messages.stream().anyMatch(message -> message.severity().compareTo(limit) >= 0);
    }

    /** Values that nobody reads, of a chart without errors; Helm's own findings stay as they are. */
    private static List<UnusedValues.Unused> unused(LintRequest request, List<LintMessage> messages) {
        if (messages.stream().anyMatch(message -> message.severity() == Severity.ERROR)) {
            return List.of();
        }
        ChartLoader loader = new ChartLoader(request.version(), request.limits());
        return UnusedValues.find(loader.load(request.folder()), request.values());
    }

    private LintRequest request(String folder, Console console) {
        HelmVersion version = helm.common.helm();
        Capabilities capabilities = Capabilities.defaults(version);
        if (!kubeVersion.isEmpty()) {
            capabilities = capabilities.withKubeVersion(KubeVersion.parse(kubeVersion, version));
        }
        return new LintRequest(
                Places.of(folder, console),
                values.values(version, console),
                helm.namespace.isEmpty() ? "default" : helm.namespace,
                capabilities,
                version,
                skipSchema,
                console.host(),
                Limits.defaults());
    }
}
