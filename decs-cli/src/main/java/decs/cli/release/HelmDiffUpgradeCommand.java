package decs.cli.release;

import decs.cli.chart.ChartOptions;
import decs.cli.chart.HelmOptions;
import decs.cli.chart.ValuesFlags;
import decs.cli.frame.Console;
import decs.cli.frame.UsageException;
import decs.cli.frame.Verb;
import decs.core.compare.ReleaseDiff;
import decs.core.compare.UpgradeDiff;
import decs.core.request.DiffOptions;
import decs.helm.action.ValuesReuse;
import decs.helm.chart.Chart;
import decs.helm.chart.HelmVersion;
import decs.helm.render.KubeVersion;
import decs.helm.storage.StorageException;
import decs.template.language.Limits;
import decs.template.source.DecsException;
import decs.template.value.ValueMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decs helm diff upgrade}. */
@Command(name = "upgrade", description = "What an upgrade would change")
final class HelmDiffUpgradeCommand implements Verb {
    private static final String ABSENT = """
        ********************

        \tRelease was not present in Helm.  Include the `--allow-unreleased` to perform diff without exiting in error.

        ********************\
        """;

    @Mixin
    HelmOptions helm;

    @Mixin
    ValuesFlags values;

    @Mixin
    ChartOptions charts;

    @Mixin
    HelmDiffFlags diff;

    @Parameters(paramLabel = "RELEASE CHART", arity = "0..*")
    List<String> words = new ArrayList<>();

    @Option(
            names = {"--install", "--allow-unreleased"},
            arity = "0..1",
            fallbackValue = "true",
            description = "compare a release that is not there with nothing")
    boolean absentAllowed;

    @Option(names = "--reset-values", arity = "0..1", fallbackValue = "true", description = "forget the last values")
    boolean reset;

    @Option(names = "--reuse-values", arity = "0..1", fallbackValue = "true", description = "keep all last values")
    boolean reuse;

    @Option(
            names = "--reset-then-reuse-values",
            arity = "0..1",
            fallbackValue = "true",
            description = "the new chart's defaults, and the user's last values")
    boolean resetThenReuse;

    @Option(
            names = "--disable-validation",
            arity = "0..1",
            fallbackValue = "true",
            description = "do not ask the server whether it knows every kind")
    boolean disableValidation;

    @Option(names = "--disable-openapi-validation", arity = "0..1", fallbackValue = "true", hidden = true)
    boolean disableOpenApi;

    @Option(
            names = "--dry-run",
            arity = "0..1",
            fallbackValue = "client",
            paramLabel = "client|server",
            description = "client: as if the release were not there and without the server")
    String dryRun = "none";

    @Option(
            names = "--take-ownership",
            arity = "0..1",
            fallbackValue = "true",
            description = "with --three-way-merge: live objects of no release are taken over")
    boolean takeOwnership;

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
            throw new UsageException("This command needs 2 arguments: release name, chart path");
        }
        DiffOptions options = diff.options(helm, console);
        try (ReleaseSession session = new ReleaseSession(helm, console)) {
            return new HelmDiffPrinter(console, options, diff.detailedExitCode)
                    .print(() -> compared(session, options, console));
        }
    }

    private ReleaseDiff.Result compared(ReleaseSession session, DiffOptions options, Console console) {
        try {
            return new ReleaseDiff(session.context(false), Limits.defaults()).upgrade(request(options, console));
        } catch (StorageException absent) {
            if (absent.reason() == StorageException.Reason.NOT_FOUND) {
                console.err().println(ABSENT);
            }
            throw absent;
        }
    }

    private UpgradeDiff request(DiffOptions options, Console console) {
        HelmVersion version = helm.common.helm();
        Chart chart;
        ValueMap given;
        try {
            chart = charts.load(words.get(1), helm, console);
            given = values.values(version, console);
        } catch (DecsException failed) {
            throw new DecsException(
                    "Failed to render chart: exit status 1: Error: " + failed.getMessage() + "\n",
                    failed.problems(),
                    failed);
        }
        return new UpgradeDiff(
                words.get(0),
                chart,
                given,
                reuse(),
                absentAllowed || fresh(),
                fresh(),
                !disableValidation && !fresh(),
                "true".equals(console.environment().get("HELM_DIFF_USE_UPGRADE_DRY_RUN")),
                takeOwnership,
                kubeVersion.isEmpty() ? Optional.empty() : Optional.of(KubeVersion.parse(kubeVersion, version)),
                apiVersions,
                options);
    }

    /** A dry run by the client looks at no cluster. */
    private boolean fresh() {
        return dryRun.equals("client") || dryRun.equals("true");
    }

    private ValuesReuse reuse() {
        if (reset) {
            return ValuesReuse.RESET;
        }
        if (reuse) {
            return ValuesReuse.REUSE;
        }
        return resetThenReuse ? ValuesReuse.RESET_THEN_REUSE : ValuesReuse.WHEN_NONE_GIVEN;
    }
}
