package decs.helm.action;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * How a release is changed: what install, upgrade, rollback and uninstall have in common.
 *
 * @param historyMax how many revisions to keep; 0 for all
 * @param description what the record says of the change; empty for Helm's own words
 */
public record ReleaseOptions(
        DryRun dryRun,
        WaitStrategy waitFor,
        Duration timeout,
        ServerSide serverSide,
        int historyMax,
        String description,
        Set<Switch> switches) {
    private static final ReleaseOptions DEFAULTS = new ReleaseOptions(
            DryRun.NONE, WaitStrategy.HOOK_ONLY, Duration.ofMinutes(5), ServerSide.AUTO, 10, "", Set.of());

    public ReleaseOptions {
        Objects.requireNonNull(dryRun, "dryRun");
        Objects.requireNonNull(waitFor, "waitFor");
        Objects.requireNonNull(timeout, "timeout");
        Objects.requireNonNull(serverSide, "serverSide");
        Objects.requireNonNull(description, "description");
        switches = Set.copyOf(switches);
    }

    /** Helm's defaults. */
    public static ReleaseOptions defaults() {
        return DEFAULTS;
    }

    public boolean has(Switch wanted) {
        return switches.contains(wanted);
    }

    public boolean isDryRun() {
        return dryRun != DryRun.NONE;
    }

    public ReleaseOptions with(Switch more) {
        Set<Switch> all = EnumSet.of(more);
        all.addAll(switches);
        return new ReleaseOptions(dryRun, waitFor, timeout, serverSide, historyMax, description, all);
    }

    public ReleaseOptions without(Switch no) {
        Set<Switch> rest = EnumSet.noneOf(Switch.class);
        rest.addAll(switches);
        rest.remove(no);
        return new ReleaseOptions(dryRun, waitFor, timeout, serverSide, historyMax, description, rest);
    }

    public ReleaseOptions withDryRun(DryRun dryRun) {
        return new ReleaseOptions(dryRun, waitFor, timeout, serverSide, historyMax, description, switches);
    }

    public ReleaseOptions withWait(WaitStrategy waitFor) {
        return new ReleaseOptions(dryRun, waitFor, timeout, serverSide, historyMax, description, switches);
    }

    public ReleaseOptions withTimeout(Duration timeout) {
        return new ReleaseOptions(dryRun, waitFor, timeout, serverSide, historyMax, description, switches);
    }

    public ReleaseOptions withServerSide(ServerSide serverSide) {
        return new ReleaseOptions(dryRun, waitFor, timeout, serverSide, historyMax, description, switches);
    }

    public ReleaseOptions withHistoryMax(int historyMax) {
        return new ReleaseOptions(dryRun, waitFor, timeout, serverSide, historyMax, description, switches);
    }

    public ReleaseOptions withDescription(String description) {
        return new ReleaseOptions(dryRun, waitFor, timeout, serverSide, historyMax, description, switches);
    }
}
