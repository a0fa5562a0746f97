package decs.core.run;

import decs.core.plan.Plan;
import decs.core.plan.Releases;
import decs.core.plan.ResolvedRelease;
import decs.core.plan.Wave;
import decs.core.request.Deployment;
import decs.core.request.DestroyRequest;
import decs.core.request.DiffReport;
import decs.core.request.FileReport;
import decs.core.request.Question;
import decs.core.request.ReleaseOutcome;
import decs.core.request.ReleaseOutcome.Skipped;
import decs.core.request.RunEvent;
import decs.core.request.SyncReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** {@code destroy}: the releases that are there are removed, last file and last wave first. */
public final class DestroyRun {
    private final Session session;
    private final DestroyRequest request;
    private final List<FileReport> reports = new ArrayList<>();

    public DestroyRun(Session session, DestroyRequest request) {
        this.session = session;
        this.request = request;
    }

    public SyncReport run(List<Releases> files) {
        List<Releases> backwards = new ArrayList<>(files);
        Collections.reverse(backwards);
        FileRun.Preparing preparing = request.skipCharts() ? FileRun.Preparing.BARE : FileRun.Preparing.BACKWARDS;
        try (Workers workers = new Workers(request.options().concurrency())) {
            for (Releases releases : backwards) {
                FileRun file = new FileRun(session, releases.state(), "destroy", request.options());
                file.runChosen(releases, preparing, chosen -> destroy(chosen, file, workers, releases));
            }
        }
        return new SyncReport(reports);
    }

    private void destroy(List<ResolvedRelease> chosen, FileRun file, Workers workers, Releases releases) {
        SpecHooks hooks = file.hooks().as("delete");
        ReleaseWork work = new ReleaseWork(session, hooks, request.options(), Deployment.defaults());
        List<ResolvedRelease> all = new ArrayList<>(chosen);
        Collections.reverse(all);
        List<ResolvedRelease> present = new ArrayList<>();
        List<ReleaseOutcome> outcomes = new ArrayList<>();
        for (ResolvedRelease release : all) {
            if (work.isPresent(release)) {
                present.add(release);
            } else {
                hooks.release(release, "cleanup", Optional.empty());
                outcomes.add(new Skipped(FileRun.ref(release), "it is not there", false));
            }
        }
        List<DiffReport.Entry> affected = all.stream().map(DiffRun::deleted).toList();
        if (request.options().interactive()
                && !session.listener().confirms(new Question(Question.Verb.DELETE, affected))) {
            return;
        }
        Collections.reverse(present);
        Plan plan = Plan.of(releases, present, request.options().needs());
        Removals removals = new Removals(present, outcomes::add);
        for (Wave wave : SyncRun.backwards(plan)) {
            List<ResolvedRelease> there = new ArrayList<>(wave.releases());
            Collections.reverse(there);
            session.begin(wave);
            removals.run(there, workers, release -> work.remove(release, request.cascade(), false));
        }
        FileReport report = new FileReport(releases.state().file().shown(), outcomes);
        outcomes.forEach(outcome -> session.listener().on(new RunEvent.Done(outcome)));
        session.listener().on(new RunEvent.FileDone(report));
        reports.add(report);
        SyncRun.throwFailures(report, "release \"%s\" failed: ");
    }
}
