package decs.cli.release;

import decs.cli.chart.ChartOptions;
import decs.cli.chart.HelmOptions;
import decs.cli.chart.ValuesFlags;
import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.OutputFormat;
import decs.cli.frame.UsageException;
import decs.cli.frame.Verb;
import decs.helm.action.ReadReleases;
import decs.helm.action.ReleaseContext;
import decs.helm.action.ReleaseOptions;
import decs.helm.action.Upgrade;
import decs.helm.action.UpgradeRequest;
import decs.helm.action.ValuesReuse;
import decs.helm.release.ReleaseStatus;
import decs.helm.storage.StorageException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decs helm upgrade}. */
@Command(name = "upgrade", description = "Upgrade a release")
final class HelmUpgradeCommand implements Verb {
    @Mixin
    HelmOptions helm;

    @Mixin
    ValuesFlags values;

    @Mixin
    ChartOptions charts;

    @Mixin
    ChartReleaseFlags flags;

    @Parameters(paramLabel = "RELEASE CHART", arity = "0..*")
    List<String> words = new ArrayList<>();

    @Option(
            names = {"-i", "--install"},
            arity = "0..1",
            fallbackValue = "true",
            description = "install the release if there is none")
    boolean install;

    @Option(
            names = "--reset-values",
            arity = "0..1",
            fallbackValue = "true",
            description = "forget the values of the last revision")
    boolean reset;

    @Option(
            names = "--reuse-values",
            arity = "0..1",
            fallbackValue = "true",
            description = "keep all values of the last revision, the old chart's defaults too")
    boolean reuse;

    @Option(
            names = "--reset-then-reuse-values",
            arity = "0..1",
            fallbackValue = "true",
            description = "the new chart's defaults, and the user's values of the last revision")
    boolean resetThenReuse;

    @Override
    public int run(Console console) {
        if (words.size() != 2) {
            throw new UsageException(
                    "\"helm upgrade\" requires 2 arguments\n\nUsage:  helm upgrade [RELEASE] [CHART] [flags]");
        }
        try (ReleaseSession session = new ReleaseSession(helm, console)) {
            run(session, console);
        }
        return ExitCode.OK;
    }

    private void run(ReleaseSession session, Console console) {
        boolean table = flags.output == OutputFormat.TABLE;
        String name = words.get(0);
        Upgrade.Result result;
        if (install && isFresh(session.context(false), name)) {
            if (table) {
                console.out().println("Release \"" + name + "\" does not exist. Installing it now.");
            }
            ReleaseOptions options = flags.options(session);
            result = new Upgrade(session.context(false)).runOrInstall(request(session, options, console));
        } else {
            UpgradeRequest request = request(session, ReleaseOptions.defaults(), console);
            result = ReleaseSession.prefixed("UPGRADE FAILED: ", () -> {
                UpgradeRequest whole = request.withOptions(flags.options(session));
                return new Upgrade.Result(new Upgrade(session.context(false)).run(whole), false);
            });
        }
        if (!result.installed() && table) {
            console.out().println("Release \"" + name + "\" has been upgraded. Happy Helming!");
        }
        session.print(result.release(), flags.output, !flags.hideNotes);
    }

    private UpgradeRequest request(ReleaseSession session, ReleaseOptions options, Console console) {
        return new UpgradeRequest(
                words.get(0),
                charts.load(words.get(1), helm, console),
                values.values(session.version(), console),
                reuse(),
                flags.recordLabels(),
                flags.renderer(session.version(), console),
                options);
    }

    private static boolean isFresh(ReleaseContext context, String name) {
        try {
            return new ReadReleases(context)
                    .history(name, 1).stream().allMatch(last -> last.status() == ReleaseStatus.UNINSTALLED);
        } catch (StorageException e) {
            if (e.reason() != StorageException.Reason.NOT_FOUND) {
                throw e;
            }
            return true;
        }
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
