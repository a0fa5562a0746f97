package decs.cli.release;

import decs.cli.chart.ChartOptions;
import decs.cli.chart.HelmOptions;
import decs.cli.chart.ValuesFlags;
import decs.cli.frame.Console;
import decs.cli.frame.UsageException;
import decs.cli.frame.Verb;
import decs.core.compare.ChartDiff;
import decs.core.request.DiffOptions;
import decs.helm.chart.HelmVersion;
import decs.helm.render.Capabilities;
import decs.helm.render.KubeVersion;
import decs.helm.render.ReleaseInfo;
import decs.helm.render.RenderRequest;
import decs.template.value.ValueMap;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decs helm diff local}: what two charts render to, without a cluster. */
@Command(name = "local", description = "What differs between what two charts render to")
final class HelmDiffLocalCommand implements Verb {
    @Mixin
    HelmOptions helm;

    @Mixin
    ValuesFlags values;

    @Mixin
    ChartOptions charts;

    @Mixin
    HelmDiffFlags diff;

    @Parameters(paramLabel = "CHART1 CHART2", arity = "0..*")
    List<String> words = new ArrayList<>();

    @Option(names = "--release", paramLabel = "NAME", description = "the release's name in templates (release)")
    String release = "release";

    @Option(names = "--kube-version", paramLabel = "VERSION", description = "the Kubernetes version to render for")
    String kubeVersion = "";

    @Option(
            names = {"-a", "--api-versions"},
            paramLabel = "VERSION",
            description = "more API versions to render for")
    List<String> apiVersions = new ArrayList<>();

    @Override
    public int run(Console console) {
        if (words.size() != 2) {
            throw new UsageException("This command needs 2 arguments: chart1 path, chart2 path");
        }
        DiffOptions options = diff.options(helm, console);
        HelmVersion version = helm.common.helm();
        String namespace = helm.namespace(console);
        Capabilities capabilities = capabilities(version);
        return new HelmDiffPrinter(console, options, diff.detailedExitCode).print(() -> {
            ValueMap given = values.values(version, console);
            ChartDiff comparison = new ChartDiff(
                    chart -> RenderRequest.of(chart, given, ReleaseInfo.install(release, namespace), version)
                            .withCapabilities(capabilities)
                            .withHost(console.host()),
                    namespace,
                    options);
            return comparison.between(
                    charts.load(words.get(0), helm, console), charts.load(words.get(1), helm, console));
        });
    }

    private Capabilities capabilities(HelmVersion version) {
        Capabilities capabilities = Capabilities.defaults(version);
        return (kubeVersion.isEmpty()
                        ? capabilities
                        : capabilities.withKubeVersion(KubeVersion.parse(kubeVersion, version)))
                .plusApiVersions(apiVersions);
    }
}
