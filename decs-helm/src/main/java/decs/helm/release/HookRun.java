package decs.helm.release;

import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;

/** The last run of a hook. */
public record HookRun(Optional<OffsetDateTime> startedAt, Optional<OffsetDateTime> completedAt, HookPhase phase) {
    /** The run of a hook that never ran. */
    public static final HookRun NEVER = new HookRun(Optional.empty(), Optional.empty(), HookPhase.NONE);

    public HookRun {
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(completedAt, "completedAt");
        Objects.requireNonNull(phase, "phase");
    }

    /** A run that began at {@code now}. */
    public static HookRun started(OffsetDateTime now) {
        return new HookRun(Optional.of(now), Optional.empty(), HookPhase.RUNNING);
    }

    public HookRun completed(OffsetDateTime now, HookPhase phase) {
        return new HookRun(startedAt, Optional.of(now), phase);
    }

    public HookRun withPhase(HookPhase phase) {
        return new HookRun(startedAt, completedAt, phase);
    }
}
