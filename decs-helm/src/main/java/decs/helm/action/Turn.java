package decs.helm.action;

import decs.helm.kube.ClusterException;
import decs.helm.lease.Leases;
import decs.helm.lease.Leases.Answer;
import decs.helm.lease.Leases.Sign;
import decs.helm.release.Hook;
import decs.helm.release.Release;
import decs.helm.release.ReleaseStatus;
import decs.helm.render.HookDeletePolicy;
import decs.helm.storage.ReleaseHistory;
import decs.helm.storage.StoredRelease;
import decs.template.source.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The right to change a release, for as long as it is open. Whoever gets it after a run that died puts in order what that
 * run has left: its record is marked failed, its hooks' objects are removed, of two deployed records the older one is
 * superseded.
 */
final class Turn {
    private static final String BUSY = "another operation (install/upgrade/rollback) is in progress";
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final ReleaseContext context;
    private final ReleaseHistory history;
    private final String name;
    private final boolean held;
    private final int before;

    private Turn(ReleaseContext context, ReleaseHistory history, String name, boolean held) {
        this.context = context;
        this.history = history;
        this.name = name;
        this.held = held;
        this.before = newest(history);
        context.run().begin();
    }

    /**
     * Takes the turn.
     *
     * @throws ReleaseException when another run that lives has it
     */
    static Turn take(ReleaseContext context, ReleaseHistory history, String name, ReleaseOptions options) {
        context.run().check();
        Answer answer = ask(context, name, options);
        if (answer instanceof Answer.Busy busy) {
            throw busy(busy.by());
        }
        Turn turn = new Turn(context, history, name, answer instanceof Answer.Taken);
        Optional<Sign> before = answer instanceof Answer.Taken taken ? taken.before() : Optional.empty();
        try {
            if (before.isPresent()) {
                turn.tidy(
                        ReleaseHistory.of(context.store(), name),
                        "the run that began it ended before it was done: " + before.get());
                history.reread(name);
            } else if (options.has(Switch.RECOVER) && isPending(history)) {
                turn.tidy(history, "whoever began it did not finish it, and it was given up with --recover");
            }
            return turn;
        } catch (RuntimeException e) {
            turn.close();
            throw e;
        }
    }

    private static Answer ask(ReleaseContext context, String name, ReleaseOptions options) {
        Leases leases = context.run().leases();
        long end = System.nanoTime() + options.timeout().toNanos();
        while (true) {
            Answer answer = leases.take(context.namespace(), name);
            boolean again = answer instanceof Answer.Busy && options.has(Switch.WAIT_FOR_TURN);
            if (!again || System.nanoTime() >= end) {
                return answer;
            }
            context.run().pause(PAUSE);
        }
    }

    private static int newest(ReleaseHistory history) {
        return history.last().map(StoredRelease::revision).orElse(0);
    }

    private static boolean isPending(ReleaseHistory history) {
        return history.last()
                .filter(last -> last.release().status().isPending())
                .isPresent();
    }

    private static ReleaseException busy(Sign by) {
        return ReleaseException.of(BUSY, List.of(Problem.of(BUSY).withHint("it is done by " + by)));
    }

    /** That a record is pending though nobody holds the Lease: another tool is at work, or was. */
    static ReleaseException pending(Release last) {
        return ReleaseException.of(
                BUSY,
                List.of(Problem.of(BUSY)
                        .withHint("revision " + last.revision() + " is "
                                + last.status().text() + " since "
                                + last.state()
                                        .lastDeployed()
                                        .map(Object::toString)
                                        .orElse("an unknown time")
                                + ", and it was not decs that began it, or not with a Lease; if nobody works on it any"
                                + " more, --recover marks it failed and goes on")));
    }

    private void tidy(ReleaseHistory history, String note) {
        Optional<StoredRelease> last = history.last();
        if (last.isPresent() && last.get().release().status().isPending()) {
            Release release = last.get().release();
            removeHooks(release);
            history.update(last.get(), release.withStatus(ReleaseStatus.FAILED, words(release) + note));
        }
        List<StoredRelease> deployed = history.deployed();
        for (StoredRelease old : deployed.subList(Math.min(1, deployed.size()), deployed.size())) {
            Release release = old.release();
            history.update(old, release.withState(release.state().withStatus(ReleaseStatus.SUPERSEDED)));
        }
    }

    private static String words(Release release) {
        String verb =
                switch (release.status()) {
                    case PENDING_UPGRADE -> "Upgrade";
                    case PENDING_ROLLBACK -> "Rollback";
                    default -> "Release";
                };
        return verb + " \"" + release.name() + "\" failed: ";
    }

    /** What hooks that were begun would have been removed after: the next run would find them in its way. */
    private void removeHooks(Release release) {
        HookRunner hooks = new HookRunner(
                context,
                new ResourceApplier(context, false, ReleaseOptions.defaults()),
                new WatchWait(context, ReleaseOptions.defaults()));
        for (Hook hook : release.hooks()) {
            boolean leaves =
                    hook.deletedAt(HookDeletePolicy.HOOK_SUCCEEDED) || hook.deletedAt(HookDeletePolicy.HOOK_FAILED);
            if (hook.lastRun().startedAt().isPresent() && leaves) {
                hooks.remove(hook, ReleaseOptions.defaults().timeout());
            }
        }
    }

    /** Whether this run's own record could not be brought to an end: the next run has to, and knows so by the Lease. */
    private boolean leavesPending() {
        return newest(history) > before && isPending(history);
    }

    /** Does the work, and gives the turn back whatever comes of it. */
    <T> T run(Supplier<T> work) {
        try {
            return work.get();
        } finally {
            close();
        }
    }

    private void close() {
        try {
            if (held && leavesPending()) {
                context.run().leases().abandon(context.namespace(), name);
            } else if (held) {
                context.run().leases().release(context.namespace(), name);
            }
        } catch (ClusterException e) {
            context.warn("the Lease of the release could not be removed: " + e.getMessage(), List.of());
        } finally {
            context.run().end();
        }
    }
}
