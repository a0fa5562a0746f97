package decs.cli.release;

import decs.cli.frame.ConductFlags;
import decs.cli.frame.GoFlags;
import decs.cli.frame.UsageException;
import decs.helm.action.DryRun;
import decs.helm.action.ReleaseOptions;
import decs.helm.action.ServerSide;
import decs.helm.action.Switch;
import decs.helm.action.WaitStrategy;
import decs.helm.chart.HelmVersion;
import decs.template.source.DecsException;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What install, upgrade and rollback have in common. */
final class ReleaseFlags {
    private static final String UNSET = "unset";

    @Option(
            names = "--dry-run",
            arity = "0..1",
            fallbackValue = UNSET,
            paramLabel = "none|client|server",
            description = "change nothing: only render (client), or ask the server as well (server)")
    String dryRun = "none";

    @Option(
            names = "--wait",
            arity = "0..1",
            fallbackValue = "watcher",
            paramLabel = "STRATEGY",
            description = "wait until all is ready: watcher, legacy; hookOnly waits for hooks alone (the default)")
    String wait = "hookOnly";

    @Option(
            names = "--wait-for-jobs",
            arity = "0..1",
            fallbackValue = "true",
            description = "with --wait: until Jobs are complete, too")
    boolean waitForJobs;

    @Option(names = "--timeout", paramLabel = "DURATION", description = "for each thing that is waited for (5m0s)")
    Duration timeout = Duration.ofMinutes(5);

    @Option(names = "--no-hooks", arity = "0..1", fallbackValue = "true", description = "run no hooks")
    boolean noHooks;

    @Option(
            names = "--force-replace",
            arity = "0..1",
            fallbackValue = "true",
            description = "put objects in place of the old ones")
    boolean forceReplace;

    @Option(names = "--force", arity = "0..1", fallbackValue = "true", hidden = true)
    boolean force;

    @Option(
            names = "--force-conflicts",
            arity = "0..1",
            fallbackValue = "true",
            description = "server-side apply takes over fields of others")
    boolean forceConflicts;

    @Option(
            names = "--cleanup-on-fail",
            arity = "0..1",
            fallbackValue = "true",
            description = "delete what a failed change created")
    boolean cleanup;

    @Option(
            names = "--server-side",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false|auto",
            description = "apply on the server; auto does as the revision before")
    String serverSide = "auto";

    @Option(names = "--description", paramLabel = "TEXT", description = "what the record says of this change")
    String description = "";

    @Option(names = "--history-max", paramLabel = "N", description = "how many revisions to keep, 0 for all (10)")
    Integer historyMax;

    @Option(names = "--recreate-pods", arity = "0..1", fallbackValue = "true", hidden = true)
    boolean recreatePods;

    @Mixin
    ConductFlags conduct = new ConductFlags();

    /** The options, after what Helm has to say of old ones. */
    ReleaseOptions options(ReleaseSession session) {
        HelmVersion helm = session.version();
        announce(session);
        ReleaseOptions options = ReleaseOptions.defaults()
                .withWait(wait(session))
                .withDryRun(dryRun(session))
                .withTimeout(timeout)
                .withHistoryMax(historyMax == null ? session.historyMax() : historyMax)
                .withDescription(description)
                .withServerSide(helm == HelmVersion.V3 ? ServerSide.AUTO : serverSide());
        options = waitForJobs ? options.with(Switch.WAIT_FOR_JOBS) : options;
        options = noHooks ? options.with(Switch.NO_HOOKS) : options;
        options = force || forceReplace ? options.with(Switch.FORCE_REPLACE) : options;
        options = recreatePods ? options.with(Switch.RECREATE_PODS) : options;
        options = forceConflicts ? options.with(Switch.FORCE_CONFLICTS) : options;
        for (Switch each : conduct.switches()) {
            options = options.with(each);
        }
        return cleanup ? options.with(Switch.CLEANUP_ON_FAIL) : options;
    }

    private void announce(ReleaseSession session) {
        session.only(HelmVersion.V4, "force-replace", forceReplace);
        session.only(HelmVersion.V4, "force-conflicts", forceConflicts);
        session.only(HelmVersion.V4, "server-side", !serverSide.equals("auto"));
        session.only(HelmVersion.V3, "recreate-pods", recreatePods);
        if (forceReplace && forceConflicts) {
            throw new UsageException("if any flags in the group [force-replace force-conflicts] are set none of the"
                    + " others can be; [force-conflicts force-replace] were all set");
        }
        if (force && session.version() == HelmVersion.V4) {
            session.deprecated("force", "use --force-replace instead");
        }
    }

    private DryRun dryRun(ReleaseSession session) {
        if (session.version() == HelmVersion.V3) {
            return switch (dryRun) {
                case "none", "false" -> DryRun.NONE;
                case "client", "true", UNSET -> DryRun.CLIENT;
                case "server" -> DryRun.SERVER;
                default ->
                    throw new DecsException(
                            "Invalid dry-run flag. Flag must one of the following: false, true, none, client, server");
            };
        }
        switch (dryRun) {
            case "none":
                return DryRun.NONE;
            case "client":
                return DryRun.CLIENT;
            case "server":
                return DryRun.SERVER;
            case UNSET:
                session.warn("--dry-run is deprecated and should be replaced with '--dry-run=client'");
                return DryRun.CLIENT;
            default:
                return oldDryRun(session);
        }
    }

    private DryRun oldDryRun(ReleaseSession session) {
        try {
            DryRun meant = GoFlags.bool(dryRun) ? DryRun.CLIENT : DryRun.NONE;
            session.warn("boolean '--dry-run=" + dryRun + "' flag is deprecated and must be replaced with '--dry-run="
                    + (meant == DryRun.CLIENT ? "client" : "none") + "'");
            return meant;
        } catch (picocli.CommandLine.TypeConversionException neither) {
            throw new UsageException(
                    "invalid dry-run value (\"" + dryRun + "\"). Must be \"none\", \"server\", or \"client\"");
        }
    }

    private WaitStrategy wait(ReleaseSession session) {
        return wait(wait, session);
    }

    /** The strategy that {@code text} names; Helm 3 knows only whether to wait. */
    static WaitStrategy wait(String text, ReleaseSession session) {
        boolean helm3 = session.version() == HelmVersion.V3;
        if (List.of("watcher", "hookOnly", "legacy").contains(text)) {
            return switch (text) {
                case "watcher" -> helm3 ? WaitStrategy.LEGACY : WaitStrategy.WATCHER;
                case "legacy" -> WaitStrategy.LEGACY;
                default -> WaitStrategy.HOOK_ONLY;
            };
        }
        try {
            boolean waits = GoFlags.bool(text);
            if (!helm3) {
                session.warn("--wait=" + text + " is deprecated (boolean value) and can be replaced with --wait="
                        + (waits ? "watcher" : "hookOnly"));
            }
            return !waits ? WaitStrategy.HOOK_ONLY : helm3 ? WaitStrategy.LEGACY : WaitStrategy.WATCHER;
        } catch (picocli.CommandLine.TypeConversionException neither) {
            throw new UsageException("invalid argument \"" + text + "\" for \"--wait\" flag: "
                    + (helm3
                            ? neither.getMessage()
                            : "invalid wait input \"" + text + "\". Valid inputs are watcher, hookOnly, and legacy"));
        }
    }

    private ServerSide serverSide() {
        return switch (serverSide) {
            case "auto" -> ServerSide.AUTO;
            case "true" -> ServerSide.ON;
            case "false" -> ServerSide.OFF;
            default -> throw new DecsException("invalid/unknown release server-side apply method: " + serverSide);
        };
    }
}
