package decs.core.run;

import decs.core.plan.Plan;
import decs.core.plan.Releases;
import decs.core.plan.ResolvedRelease;
import decs.core.plan.Wave;
import decs.core.request.DiffReport;
import decs.core.request.DiffRequest;
import decs.core.request.FileReport;
import decs.core.request.Question;
import decs.core.request.ReleaseFailure;
import decs.core.request.ReleaseOutcome;
import decs.core.request.ReleaseOutcome.Failed;
import decs.core.request.ReleaseOutcome.FailedAt;
import decs.core.request.ReleaseOutcome.Skipped;
import decs.core.request.RunEvent;
import decs.core.request.SyncReport;
import decs.core.request.SyncRequest;
import decs.template.source.DecsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * {@code sync}: the releases that are to go are removed, last wave first, then all others are upgraded wave by wave. One
 * that fails stops only those that need it.
 */
public final class SyncRun {
    private final Session session;
    private final SyncRequest request;
    private final List<FileReport> reports = new ArrayList<>();

    public SyncRun(Session session, SyncRequest request) {
        this.session = session;
        this.request = request;
    }

    /**
     * Syncs file after file.
     *
     * @throws DecsException when releases of a file failed; later files are not begun
     */
    public SyncReport run(List<Releases> files) {
        try (Workers workers = new Workers(request.options().concurrency())) {
            for (Releases releases : files) {
                FileRun file = new FileRun(session, releases.state(), "sync", request.options());
                file.run(releases, FileRun.Preparing.ALL, plan -> {
                    if (request.options().interactive() && !wanted(plan, file, workers)) {
                        return;
                    }
                    Waves waves = new Waves(session, file, workers, plan);
                    reports.add(waves.run(request, releases.state().file().shown(), release -> true));
                });
            }
        }
        return new SyncReport(reports);
    }

    private boolean wanted(Plan plan, FileRun file, Workers workers) {
        ReleaseWork work = new ReleaseWork(session, file.hooks(), request.options(), request.deployment());
        DiffRequest comparing =
                new DiffRequest(request.target(), request.options(), request.deployment(), request.diff(), true);
        List<DiffReport.Entry> affected = new ArrayList<>();
        for (DiffReport.Entry entry : DiffRun.compare(session, comparing, plan, workers, work)) {
            if (entry.change() != DiffReport.Change.NONE) {
                affected.add(entry);
            }
        }
        DiffRun.absent(plan, work).forEach(release -> affected.add(DiffRun.deleted(release)));
        return session.listener().confirms(new Question(Question.Verb.SYNC, affected));
    }

    /** The planned changes of one file. */
    static final class Waves {
        private final Session session;
        private final Workers workers;
        private final Plan plan;
        private final SpecHooks hooks;

        Waves(Session session, FileRun file, Workers workers, Plan plan) {
            this.session = session;
            this.hooks = file.hooks().as("sync");
            this.workers = workers;
            this.plan = plan;
        }

        /** Removes and upgrades; throws what failed after everything else was done. */
        FileReport run(SyncRequest request, String file, Predicate<ResolvedRelease> wanted) {
            ReleaseWork work = new ReleaseWork(session, hooks, request.options(), request.deployment());
            List<ResolvedRelease> present = workers
                    .all(
                            plan.releases().stream()
                                    .filter(release -> !release.installed())
                                    .toList(),
                            release -> Map.entry(release, work.isPresent(release)))
                    .stream()
                    .filter(Map.Entry::getValue)
                    .map(Map.Entry::getKey)
                    .toList();
            return run(request, file, wanted, present);
        }

        FileReport run(
                SyncRequest request, String file, Predicate<ResolvedRelease> wanted, List<ResolvedRelease> present) {
            ReleaseWork work = new ReleaseWork(session, hooks, request.options(), request.deployment());
            List<ReleaseOutcome> outcomes = new ArrayList<>(removed(work, present, request));
            if (outcomes.stream().noneMatch(Failed.class::isInstance)) {
                outcomes.addAll(upgraded(work, wanted));
            }
            FileReport report = new FileReport(file, outcomes);
            session.listener().on(new RunEvent.FileDone(report));
            throwFailures(report, "failed processing release %s: ");
            return report;
        }

        private List<ReleaseOutcome> removed(ReleaseWork work, List<ResolvedRelease> present, SyncRequest request) {
            Removals removals =
                    new Removals(present, outcome -> session.listener().on(new RunEvent.Done(outcome)));
            for (Wave wave : backwards(plan)) {
                List<ResolvedRelease> there =
                        wave.releases().stream().filter(present::contains).toList();
                removals.run(
                        there,
                        workers,
                        release -> work.remove(release, request.deployment().cascade(), true));
            }
            return removals.outcomes();
        }

        private List<ReleaseOutcome> upgraded(ReleaseWork work, Predicate<ResolvedRelease> wanted) {
            List<ReleaseOutcome> outcomes = new ArrayList<>();
            Set<String> broken = new HashSet<>();
            for (Wave wave : plan.waves()) {
                List<ResolvedRelease> ready = new ArrayList<>();
                for (ResolvedRelease release : wave.releases()) {
                    if (!release.installed() || !wanted.test(release)) {
                        continue;
                    }
                    Optional<String> need =
                            release.needs().stream().filter(broken::contains).findFirst();
                    if (need.isPresent()) {
                        broken.add(release.id());
                        String reason = "it needs " + need.get() + ", which failed or was skipped";
                        done(new Skipped(FileRun.ref(release), reason, true), outcomes);
                    } else {
                        ready.add(release);
                    }
                }
                if (!ready.isEmpty()) {
                    session.begin(wave);
                }
                List<ReleaseOutcome> refused = Collections.synchronizedList(new ArrayList<>());
                List<ReleaseWork.Ready> prepared = prepared(work, ready, refused);
                if (!refused.isEmpty()) {
                    refused.forEach(outcome -> done(outcome, outcomes));
                    String reason = "nothing more is begun without values for "
                            + refused.get(0).release().name();
                    prepared.forEach(
                            each -> done(new Skipped(FileRun.ref(each.settings().release()), reason, true), outcomes));
                    return outcomes;
                }
                workers.inOrder(prepared, each -> Map.entry(each, work.upgrade(each)), result -> {
                    result.getValue().forEach(outcome -> done(outcome, outcomes));
                    if (result.getValue().stream().anyMatch(Failed.class::isInstance)) {
                        broken.add(result.getKey().settings().release().id());
                    }
                });
            }
            return outcomes;
        }

        /** The values of a whole wave: where some cannot be made, nothing of the wave is begun. */
        private List<ReleaseWork.Ready> prepared(
                ReleaseWork work, List<ResolvedRelease> wave, List<ReleaseOutcome> refused) {
            List<ReleaseWork.Ready> prepared = new ArrayList<>();
            workers.inOrder(
                    wave,
                    release -> {
                        try {
                            return Optional.of(work.ready(release));
                        } catch (DecsException failed) {
                            refused.add(new Failed(FileRun.ref(release), FailedAt.START, failed, Duration.ZERO));
                            return Optional.<ReleaseWork.Ready>empty();
                        }
                    },
                    ready -> ready.ifPresent(prepared::add));
            return prepared;
        }

        private void done(ReleaseOutcome outcome, List<ReleaseOutcome> outcomes) {
            outcomes.add(outcome);
            session.listener().on(new RunEvent.Done(outcome));
        }
    }

    static List<Wave> backwards(Plan plan) {
        List<Wave> waves = new ArrayList<>(plan.waves());
        Collections.reverse(waves);
        return waves;
    }

    /** @param about what helmfile says in front of a failure, with a place for the release's name */
    static void throwFailures(FileReport report, String about) {
        List<DecsException> failures = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (ReleaseOutcome outcome : report.outcomes()) {
            if (outcome instanceof Failed failed && seen.add(failed.release().toString())) {
                String text = String.format(about, failed.release().name())
                        + failed.cause().getMessage();
                failures.add(new ReleaseFailure(failed.release(), text, failed.cause()));
            }
        }
        Failures.throwAny(failures);
    }
}
