package decs.cli;

import decs.helm.action.DryRun;
import decs.helm.action.ReleaseOptions;
import decs.helm.action.ServerSide;
import decs.helm.action.Switch;
import decs.helm.action.WaitStrategy;
import decs.helm.chart.HelmVersion;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** What Helm's verbs that change a release have in common. */
final class ReleaseFlags {
    private static final Pattern DURATION = Pattern.compile("([0-9.]+)(ms|s|m|h)");

    @Option(names = "--dry-run", arity = "0..1", fallbackValue = "client", paramLabel = "none|client|server")
    String dryRun = "none";

    @Option(names = "--wait", arity = "0..1", fallbackValue = "watcher", paramLabel = "STRATEGY")
    String wait = "";

    @Option(names = "--wait-for-jobs", arity = "0..1", fallbackValue = "true")
    boolean waitForJobs;

    @Option(names = "--timeout", paramLabel = "DURATION", description = "for each thing that is waited for (5m0s)")
    String timeout = "5m0s";

    @Option(names = "--no-hooks", arity = "0..1", fallbackValue = "true")
    boolean noHooks;

    @Option(
            names = {"--force-replace", "--force"},
            arity = "0..1",
            fallbackValue = "true")
    boolean force;

    @Option(names = "--force-conflicts", arity = "0..1", fallbackValue = "true")
    boolean forceConflicts;

    @Option(
            names = {"--rollback-on-failure", "--atomic"},
            arity = "0..1",
            fallbackValue = "true")
    boolean atomic;

    @Option(names = "--cleanup-on-fail", arity = "0..1", fallbackValue = "true")
    boolean cleanup;

    @Option(names = "--take-ownership", arity = "0..1", fallbackValue = "true")
    boolean takeOwnership;

    @Option(names = "--server-side", arity = "0..1", fallbackValue = "true", paramLabel = "true|false|auto")
    String serverSide = "auto";

    @Option(names = "--description", paramLabel = "TEXT")
    String description = "";

    @Option(names = "--history-max", paramLabel = "N")
    int historyMax = 10;

    ReleaseOptions options(HelmVersion helm) {
        ReleaseOptions options = ReleaseOptions.defaults()
                .withDryRun(dryRun())
                .withWait(wait(helm))
                .withTimeout(duration(timeout))
                .withHistoryMax(historyMax)
                .withDescription(description)
                .withServerSide(serverSide());
        options = waitForJobs ? options.with(Switch.WAIT_FOR_JOBS) : options;
        options = noHooks ? options.with(Switch.NO_HOOKS) : options;
        options = force ? options.with(Switch.FORCE_REPLACE) : options;
        options = forceConflicts ? options.with(Switch.FORCE_CONFLICTS) : options;
        options = atomic ? options.with(Switch.ROLLBACK_ON_FAILURE) : options;
        options = cleanup ? options.with(Switch.CLEANUP_ON_FAIL) : options;
        return takeOwnership ? options.with(Switch.TAKE_OWNERSHIP) : options;
    }

    private DryRun dryRun() {
        return switch (dryRun) {
            case "none", "false" -> DryRun.NONE;
            case "client", "true" -> DryRun.CLIENT;
            case "server" -> DryRun.SERVER;
            default -> throw new UsageException("invalid argument \"" + dryRun + "\" for \"--dry-run\" flag");
        };
    }

    private WaitStrategy wait(HelmVersion helm) {
        boolean waits = !wait.isEmpty() && !wait.equals("false") && !wait.equals("hookOnly");
        if (!waits && !atomic) {
            return WaitStrategy.HOOK_ONLY;
        }
        return helm == HelmVersion.V3 || wait.equals("legacy") ? WaitStrategy.LEGACY : WaitStrategy.WATCHER;
    }

    private ServerSide serverSide() {
        return switch (serverSide) {
            case "auto" -> ServerSide.AUTO;
            case "true" -> ServerSide.ON;
            case "false" -> ServerSide.OFF;
            default -> throw new UsageException("invalid/unknown release server-side apply method: " + serverSide);
        };
    }

    static Duration duration(String text) {
        Matcher part = DURATION.matcher(text);
        double millis = 0;
        int end = 0;
        while (part.find() && part.start() == end) {
            double unit =
                    switch (part.group(2)) {
                        case "ms" -> 1;
                        case "s" -> 1_000;
                        case "m" -> 60_000;
                        default -> 3_600_000;
                    };
            millis += Double.parseDouble(part.group(1)) * unit;
            end = part.end();
        }
        if (end != text.length() || text.isEmpty()) {
            throw new UsageException("invalid argument \"" + text
                    + "\" for \"--timeout\" flag: time: invalid duration \"" + text + "\"");
        }
        return Duration.ofMillis(Math.round(millis));
    }
}
