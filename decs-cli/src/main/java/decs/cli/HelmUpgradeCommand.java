package decs.cli;

import decs.helm.action.PostRenderer;
import decs.helm.action.ReleaseContext;
import decs.helm.action.ReleaseOptions;
import decs.helm.action.Upgrade;
import decs.helm.action.UpgradeRequest;
import decs.helm.action.ValuesReuse;
import decs.helm.chart.Chart;
import decs.helm.chart.HelmVersion;
import decs.helm.release.ReleaseStatus;
import decs.helm.storage.ReleaseHistory;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decs helm upgrade}. */
@picocli.CommandLine.Command(name = "upgrade", description = "Upgrade a release")
final class HelmUpgradeCommand implements Command {
    @Mixin
    HelmOptions helm;

    @Mixin
    ValuesFlags values;

    @Mixin
    ChartOptions charts;

    @Mixin
    ReleaseFlags flags;

    @Mixin
    RenderFlags render;

    @Parameters(paramLabel = "RELEASE CHART", arity = "0..*")
    List<String> words = new ArrayList<>();

    @Option(
            names = {"-i", "--install"},
            arity = "0..1",
            fallbackValue = "true")
    boolean install;

    @Option(names = "--reset-values", arity = "0..1", fallbackValue = "true")
    boolean reset;

    @Option(names = "--reuse-values", arity = "0..1", fallbackValue = "true")
    boolean reuse;

    @Option(names = "--reset-then-reuse-values", arity = "0..1", fallbackValue = "true")
    boolean resetThenReuse;

    @Override
    public int run(Console console) {
        if (words.size() != 2) {
            throw new UsageException(
                    "\"helm upgrade\" requires 2 arguments\n\n" + "Usage:  helm upgrade [RELEASE] [CHART] [flags]");
        }
        ReleaseSession session = new ReleaseSession(helm, console);
        HelmVersion version = session.version();
        ReleaseContext context = session.context(false);
        String name = words.get(0);
        boolean fresh = install && isFresh(context, name);
        if (fresh && render.output.equals("table")) {
            console.out().println("Release \"" + name + "\" does not exist. Installing it now.");
        }
        Chart chart = charts.load(words.get(1), helm, console);
        ReleaseOptions options = render.with(flags.options(version));
        UpgradeRequest request = new UpgradeRequest(
                name, chart, values.values(version, console), reuse(), render.labels(), PostRenderer.NONE, options);
        Upgrade upgrade = new Upgrade(context);
        Upgrade.Result result = fresh
                ? upgrade.runOrInstall(request)
                : ReleaseSession.prefixed("UPGRADE FAILED: ", () -> new Upgrade.Result(upgrade.run(request), false));
        if (!result.installed() && render.output.equals("table")) {
            console.out().println("Release \"" + name + "\" has been upgraded. Happy Helming!");
        }
        session.print(result.release(), render.output, !render.hideNotes);
        return ExitCode.OK;
    }

    private static boolean isFresh(ReleaseContext context, String name) {
        return ReleaseHistory.of(context.store(), name)
                .last()
                .filter(last -> last.release().status() != ReleaseStatus.UNINSTALLED)
                .isEmpty();
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
