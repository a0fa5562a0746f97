package decs.cli.chart;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.UsageException;
import decs.cli.frame.Verb;
import decs.helm.action.GivenName;
import decs.helm.action.ServerTemplate;
import decs.helm.action.Template;
import decs.helm.action.TemplateFiles;
import decs.helm.action.TemplateRequest;
import decs.helm.action.TemplateResult;
import decs.helm.chart.Chart;
import decs.helm.chart.HelmVersion;
import decs.helm.kube.Cluster;
import decs.helm.render.ChartRenderer;
import decs.helm.render.ReleaseInfo;
import decs.helm.render.RenderRequest;
import decs.helm.render.UnusedValues;
import decs.template.source.DecsException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decs helm template}. */
@Command(name = "template", description = "Render a chart and print its manifests")
final class HelmTemplateCommand implements Verb {
    @Mixin
    HelmOptions helm;

    @Mixin
    ValuesFlags values;

    @Mixin
    ChartOptions charts;

    @Mixin
    TemplateSwitches switches;

    @Mixin
    InstallWords ignored;

    @Parameters(paramLabel = "[NAME] CHART", arity = "0..*")
    List<String> words = new ArrayList<>();

    @Option(
            names = {"-g", "--generate-name"},
            arity = "0..1",
            fallbackValue = "true",
            hidden = true)
    boolean generateName;

    @Option(names = "--name-template", paramLabel = "TEXT", description = "a template that gives the release's name")
    String nameTemplate = "";

    @Option(names = "--output-dir", paramLabel = "DIR", description = "write files there, one for each template")
    String outputDir = "";

    @Option(names = "--release-name", arity = "0..1", fallbackValue = "true", description = "its name in their path")
    boolean releaseName;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "text|json",
            description = "results and failures as text or as data (text)")
    String output = "text";

    @Option(
            names = "--warn-unused",
            arity = "0..1",
            fallbackValue = "true",
            description = "name, on standard error, the values that no template reads")
    boolean warnUnused;

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
            throw new UsageException("\"helm template\" requires at least 1 argument\n\n"
                    + "Usage:  helm template [NAME] [CHART] [flags]");
        }
        if (!output.equals("json")) {
            print(result(console), console);
            return ExitCode.OK;
        }
        try {
            Named named = result(console);
            console.out().println(TemplateJson.of(named.result(), named.unused()));
            return ExitCode.OK;
        } catch (UsageException misuse) {
            throw misuse;
        } catch (DecsException failed) {
            console.out().println(TemplateJson.of(failed));
            return ExitCode.FAILED;
        }
    }

    /** What was rendered, for a release of that name. */
    private record Named(String release, TemplateResult result, List<UnusedValues.Unused> unused) {}

    private void print(Named named, Console console) {
        named.result().warnings().forEach(console.err()::println);
        named.unused().forEach(unused -> console.err().println("warning: " + unused));
        if (outputDir.isEmpty()) {
            console.out().print(named.result().text());
            return;
        }
        new TemplateFiles(console.workingFolder(), outputDir, releaseName ? named.release() : "")
                .write(named.result(), switches.crds())
                .forEach(console.out()::println);
        console.out().println();
    }

    private Named result(Console console) {
        GivenName given = new GivenName(words, nameTemplate, generateName);
        HelmVersion version = helm.common.helm();
        switches.check(version, outputDir);
        Chart chart = charts.load(given.chart(), helm, console);
        ReleaseInfo release = switches.release(given.nameOr("release-name", console.host()), helm.namespace(console));
        RenderRequest render = switches.request(
                RenderRequest.of(chart, values.values(version, console), release, version), console.host());
        TemplateRequest request = new TemplateRequest(render, switches.output(console));
        Template template = new Template(new ChartRenderer());
        TemplateResult result = switches.questions(version)
                .map(questions -> onServer(template, request, questions, console))
                .orElseGet(() -> template.run(request));
        List<UnusedValues.Unused> unused = warnUnused ? UnusedValues.find(chart, render.values()) : List.of();
        return new Named(release.name(), result, unused);
    }

    private TemplateResult onServer(
            Template template, TemplateRequest request, ServerTemplate.Questions questions, Console console) {
        try (Cluster cluster = helm.cluster.open(console, console.err()::println)) {
            return new ServerTemplate(template, cluster).run(request, questions);
        }
    }
}
