package decs.core.request;

import decs.core.plan.NeedsOptions;
import decs.helm.values.ValuesOptions;
import java.util.Objects;

/**
 * What every verb that works on releases understands.
 *
 * @param concurrency releases at work at the same time; 0 means as many as the processor has cores, times four
 * @param skipDeps whether charts are taken as they lie, without their dependencies
 * @param flags helm's own flags
 * @param interactive whether the listener is asked before anything is changed
 */
public record RunOptions(
        int concurrency,
        NeedsOptions needs,
        ValuesOptions values,
        boolean skipDeps,
        HelmFlags flags,
        boolean interactive) {
    public RunOptions {
        Objects.requireNonNull(needs, "needs");
        Objects.requireNonNull(values, "values");
        Objects.requireNonNull(flags, "flags");
    }

    public static RunOptions defaults() {
        return new RunOptions(0, NeedsOptions.defaults(), ValuesOptions.none(), false, HelmFlags.none(), false);
    }

    public RunOptions withConcurrency(int concurrency) {
        return new RunOptions(concurrency, needs, values, skipDeps, flags, interactive);
    }

    public RunOptions withNeeds(NeedsOptions needs) {
        return new RunOptions(concurrency, needs, values, skipDeps, flags, interactive);
    }

    public RunOptions withValues(ValuesOptions values) {
        return new RunOptions(concurrency, needs, values, skipDeps, flags, interactive);
    }

    public RunOptions withSkipDeps(boolean skipDeps) {
        return new RunOptions(concurrency, needs, values, skipDeps, flags, interactive);
    }

    public RunOptions withFlags(HelmFlags flags) {
        return new RunOptions(concurrency, needs, values, skipDeps, flags, interactive);
    }

    public RunOptions withInteractive(boolean interactive) {
        return new RunOptions(concurrency, needs, values, skipDeps, flags, interactive);
    }
}
