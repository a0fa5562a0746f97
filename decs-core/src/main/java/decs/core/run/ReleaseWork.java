package decs.core.run;

import decs.core.plan.ResolvedRelease;
import decs.core.prepare.PreparedRelease;
import decs.core.prepare.ValuesText;
import decs.core.request.Deployment;
import decs.core.request.ReleaseOutcome;
import decs.core.request.ReleaseOutcome.FailedAt;
import decs.core.request.ReleaseRef;
import decs.core.request.RunEvent;
import decs.core.request.RunEvent.Step;
import decs.core.request.RunOptions;
import decs.helm.action.ReleaseName;
import decs.helm.action.ReleaseOptions;
import decs.helm.action.Uninstall;
import decs.helm.action.UninstallRequest;
import decs.helm.action.Upgrade;
import decs.helm.action.WaitStrategy;
import decs.helm.chart.HelmVersion;
import decs.helm.release.Release;
import decs.helm.storage.ReleaseHistory;
import decs.helm.text.StatusText;
import decs.template.source.DecsException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is done to one release: upgrade or removal, with its hooks around, told as it happens. */
final class ReleaseWork {
    private final Session session;
    private final SpecHooks hooks;
    private final RunOptions options;
    private final Deployment deployment;

    ReleaseWork(Session session, SpecHooks hooks, RunOptions options, Deployment deployment) {
        this.session = session;
        this.hooks = hooks;
        this.options = options;
        this.deployment = deployment;
    }

    /** A release that may be upgraded: how, and with which values. */
    record Ready(UpgradeSettings settings, List<ValuesText> values) {}

    /**
     * Makes the values of a release, before anything is done to it.
     *
     * @throws DecsException where they cannot be made, or what is asked for cannot be done
     */
    Ready ready(ResolvedRelease release) {
        UpgradeSettings settings = new UpgradeSettings(session, options, deployment, release);
        settings.check();
        return new Ready(settings, session.preparation().values(release).texts());
    }

    /**
     * Upgrades or installs, between the hooks presync, postsync and cleanup.
     *
     * @return what became of it; where it was changed and a hook after that failed, both
     */
    List<ReleaseOutcome> upgrade(Ready ready) {
        long start = System.nanoTime();
        ResolvedRelease release = ready.settings().release();
        ReleaseRef ref = FileRun.ref(release);
        ReleaseOutcome outcome = hook(release, "presync", FailedAt.HOOK, Optional.empty(), start)
                .orElseGet(() -> upgraded(ready, ref, start));
        Optional<DecsException> failure = cause(outcome);
        Optional<ReleaseOutcome> after = hook(release, "postsync", FailedAt.HOOK, failure, start);
        Optional<ReleaseOutcome> cleanup = hook(release, "cleanup", FailedAt.HOOK, failure, start);
        return with(outcome, after.or(() -> cleanup));
    }

    private ReleaseOutcome upgraded(Ready ready, ReleaseRef ref, long start) {
        session.listener().on(new RunEvent.Started(ref, Step.UPGRADE));
        try {
            return upgraded(ready.settings(), ref, ready.values(), start);
        } catch (DecsException failed) {
            return new ReleaseOutcome.Failed(ref, FailedAt.DEPLOYMENT, failed, since(start));
        }
    }

    /** A hook that failed after a failure is not told: it may be the same. */
    private static List<ReleaseOutcome> with(ReleaseOutcome outcome, Optional<ReleaseOutcome> hook) {
        return hook.isEmpty() || outcome instanceof ReleaseOutcome.Failed
                ? List.of(outcome)
                : List.of(outcome, hook.get());
    }

    private Optional<ReleaseOutcome> hook(
            ResolvedRelease release, String event, FailedAt at, Optional<DecsException> error, long start) {
        try {
            hooks.release(release, event, error);
            return Optional.empty();
        } catch (DecsException failed) {
            return Optional.of(new ReleaseOutcome.Failed(FileRun.ref(release), at, failed, since(start)));
        }
    }

    private ReleaseOutcome upgraded(UpgradeSettings settings, ReleaseRef ref, List<ValuesText> texts, long start) {
        ResolvedRelease release = settings.release();
        ReleasePlace place = new ReleasePlace(session, release);
        understood(settings);
        PreparedRelease prepared = prepared(settings, place, texts);
        String before = "";
        try {
            ReleaseHistory history = place.history();
            before = before(history, release);
            Upgrade.Result result = new Upgrade(place.context()).runOrInstall(settings.request(prepared), history);
            Release done = result.release();
            String said = result.installed()
                    ? before
                    : "Release \"" + release.name() + "\" has been upgraded. Happy Helming!\n";
            print(ref, Step.UPGRADE, said + new StatusText(session.helm()).of(done, !deployment.hideNotes()));
            String version = lookedUp(release, ref, done);
            return result.installed()
                    ? new ReleaseOutcome.Installed(ref, done.revision(), version, since(start))
                    : new ReleaseOutcome.Upgraded(ref, done.revision(), version, since(start));
        } catch (DecsException failed) {
            throw told(settings, before, failed);
        }
    }

    /** The chart and its values; where they fail, and the cluster as well, the cluster's failure is told. */
    private PreparedRelease prepared(UpgradeSettings settings, ReleasePlace place, List<ValuesText> texts) {
        ResolvedRelease release = settings.release();
        try {
            session.preparation().verify(release);
            return session.preparation()
                    .prepare(release, texts, settings.arguments().values(options.values()), options.skipDeps());
        } catch (DecsException failed) {
            String before;
            try {
                before = before(place.history(), release);
            } catch (DecsException unreachable) {
                throw told(settings, "", unreachable);
            }
            throw told(settings, before, failed);
        }
    }

    private DecsException told(UpgradeSettings settings, String before, DecsException failed) {
        print(FileRun.ref(settings.release()), Step.UPGRADE, before);
        boolean upgrading = before.isEmpty() && isThere(new ReleasePlace(session, settings.release()));
        String prefix = upgrading ? "UPGRADE FAILED: " : "";
        return settings.call().failed(failed, before, "Error: " + prefix + failed.getMessage() + "\n");
    }

    /** What is said of a release that is not there yet. */
    private static String before(ReleaseHistory history, ResolvedRelease release) {
        return ReleasePlace.last(history).isPresent()
                ? ""
                : "Release \"" + release.name() + "\" does not exist. Installing it now.\n";
    }

    /** Refuses flags that helm would refuse before it does anything. */
    private static void understood(UpgradeSettings settings) {
        try {
            settings.arguments().flags();
            settings.postRenderer();
            ReleaseName.checkKnown(settings.release().name(), "release name is invalid: ");
        } catch (DecsException misuse) {
            throw settings.call().failed(misuse, "");
        }
    }

    /** Tells the new revision as {@code helm list} does, and gives the version that a summary shows of it. */
    private String lookedUp(ResolvedRelease release, ReleaseRef ref, Release done) {
        session.listener().on(new RunEvent.Started(ref, Step.LOOK_UP));
        try {
            HelmArguments.of(HelmVerb.LIST, options, release).flags();
        } catch (DecsException notListed) {
            return "";
        }
        print(ref, Step.LOOK_UP, HelmText.listed(done));
        // helmfile looks for the row by the chart's name, which for one of several files it takes from the chart's path
        boolean found = release.state().file().working().isEmpty()
                || release.chart().endsWith("/" + done.chart().metadata().name());
        return found ? done.chart().metadata().version() : "";
    }

    /** Whether the release is there, as far as the cluster can be asked. */
    private static boolean isThere(ReleasePlace place) {
        try {
            return place.last().isPresent();
        } catch (DecsException unreachable) {
            return false;
        }
    }

    private void print(ReleaseRef ref, Step step, String text) {
        if (!text.isEmpty()) {
            session.listener().on(new RunEvent.Printed(ref, step, text));
        }
    }

    /** Whether the release is there, told as a look-up. */
    boolean isPresent(ResolvedRelease release) {
        ReleaseRef ref = FileRun.ref(release);
        session.listener().on(new RunEvent.Started(ref, Step.LOOK_UP));
        Optional<Release> last;
        try {
            last = new ReleasePlace(session, release).last();
        } catch (DecsException failed) {
            throw new HelmCall(session.host(), release)
                    .add("list", "--filter", "^" + release.name() + "$")
                    .option("--kube-context", release.kubeContext())
                    .option("--namespace", release.namespace())
                    .add("--uninstalling", "--deployed", "--failed", "--pending")
                    .failed(failed, "");
        }
        last.ifPresent(found -> print(ref, Step.LOOK_UP, HelmText.listed(found)));
        return last.isPresent();
    }

    /**
     * Removes the release.
     *
     * @param cascade over what the release says
     * @param syncing whether this is part of sync or apply, with their hooks around
     */
    List<ReleaseOutcome> remove(ResolvedRelease release, String cascade, boolean syncing) {
        long start = System.nanoTime();
        ReleaseRef ref = FileRun.ref(release);
        Optional<ReleaseOutcome> before =
                syncing ? hook(release, "presync", FailedAt.HOOK, Optional.empty(), start) : Optional.empty();
        before = before.or(() -> hook(release, "preuninstall", FailedAt.REMOVAL, Optional.empty(), start));
        if (before.isPresent()) {
            return List.of(before.get());
        }
        session.listener().on(new RunEvent.Started(ref, Step.DELETE));
        ReleaseOutcome outcome = removed(release, ref, cascade, start);
        Optional<DecsException> failure = cause(outcome);
        Optional<ReleaseOutcome> after = hook(release, "postuninstall", FailedAt.HOOK, failure, start);
        if (syncing) {
            hook(release, "postsync", FailedAt.HOOK, failure, start);
            hook(release, "cleanup", FailedAt.HOOK, failure, start);
        }
        return List.of(after.filter(hook -> failure.isEmpty()).orElse(outcome));
    }

    private ReleaseOutcome removed(ResolvedRelease release, ReleaseRef ref, String cascade, long start) {
        try {
            Uninstall.Result result =
                    new Uninstall(new ReleasePlace(session, release).context()).run(removal(release, cascade));
            String info = result.info().isEmpty() ? "" : result.info() + "\n";
            print(ref, Step.DELETE, info + "release \"" + release.name() + "\" uninstalled\n");
            return new ReleaseOutcome.Removed(ref, since(start));
        } catch (DecsException failed) {
            DecsException told = new HelmCall(session.host(), release)
                    .add("delete", release.name())
                    .option("--namespace", release.namespace())
                    .failed(failed, "");
            return new ReleaseOutcome.Failed(ref, FailedAt.REMOVAL, told, since(start));
        }
    }

    private static Optional<DecsException> cause(ReleaseOutcome outcome) {
        return outcome instanceof ReleaseOutcome.Failed failed ? Optional.of(failed.cause()) : Optional.empty();
    }

    private UninstallRequest removal(ResolvedRelease release, String cascade) {
        String own = release.fields().text("cascade");
        String word = !own.isEmpty()
                ? own
                : !cascade.isEmpty() ? cascade : release.defaults().text("cascade");
        ReleaseOptions result = ReleaseOptions.defaults();
        if (release.flag("deleteWait").orElse(false)) {
            result = result.withWait(session.helm() == HelmVersion.V3 ? WaitStrategy.LEGACY : WaitStrategy.WATCHER)
                    .withTimeout(
                            Duration.ofSeconds(release.whole("deleteTimeout").orElse(300)));
        }
        UninstallRequest request = UninstallRequest.of(release.name()).withOptions(result);
        return word.isEmpty() ? request : new UninstallRequest(request.name(), Cascades.of(word), request.options());
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
