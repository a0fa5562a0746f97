package decs.core.run;

import decs.core.plan.Plan;
import decs.core.plan.Releases;
import decs.core.plan.ResolvedRelease;
import decs.core.plan.Wave;
import decs.core.request.ApplyRequest;
import decs.core.request.DiffReport;
import decs.core.request.DiffReport.Change;
import decs.core.request.DiffReport.LastRevision;
import decs.core.request.DiffRequest;
import decs.core.request.FileReport;
import decs.core.request.Question;
import decs.core.request.ReleaseOutcome;
import decs.core.request.ReleaseRef;
import decs.core.request.RunEvent;
import decs.core.request.SyncReport;
import decs.core.request.SyncRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code apply}: compares, then changes only what differs; where nothing does, nothing is written. */
public final class ApplyRun {
    private final Session session;
    private final ApplyRequest request;
    private final List<FileReport> reports = new ArrayList<>();

    public ApplyRun(Session session, ApplyRequest request) {
        this.session = session;
        this.request = request;
    }

    public SyncReport run(List<Releases> files) {
        try (Workers workers = new Workers(request.options().concurrency())) {
            for (Releases releases : files) {
                FileRun file = new FileRun(session, releases.state(), "apply", request.options());
                file.run(releases, FileRun.Preparing.ALL, plan -> apply(plan, file, workers, releases));
            }
        }
        return new SyncReport(reports);
    }

    private void apply(Plan plan, FileRun file, Workers workers, Releases releases) {
        ReleaseWork work = new ReleaseWork(session, file.hooks().as("sync"), request.options(), request.deployment());
        DiffRequest comparing =
                new DiffRequest(request.target(), request.options(), request.deployment(), request.diff(), true);
        List<DiffReport.Entry> affected = new ArrayList<>();
        List<ReleaseOutcome> unchanged = new ArrayList<>();
        for (DiffReport.Entry entry : DiffRun.compare(session, comparing, plan, workers, work)) {
            Optional<ReleaseOutcome.Unchanged> left =
                    entry.change() == Change.NONE ? Optional.of(unchanged(entry)) : Optional.empty();
            if (left.isEmpty() || (request.repair() && left.get().needsRepair())) {
                affected.add(entry.withChange(Change.UPDATED));
            } else {
                unchanged.add(left.get());
                session.listener().on(new RunEvent.Done(left.get()));
            }
        }
        List<ResolvedRelease> leaving = DiffRun.absent(plan, work);
        Set<ReleaseRef> changed =
                affected.stream().map(DiffReport.Entry::release).collect(Collectors.toSet());
        leaving.forEach(release -> affected.add(DiffRun.deleted(release)));
        String shown = releases.state().file().shown();
        if (affected.isEmpty() || !wanted(affected)) {
            reports.add(new FileReport(shown, unchanged));
            return;
        }
        for (Wave wave : SyncRun.backwards(plan)) {
            wave.releases().forEach(release -> file.hooks().release(release, "preapply", Optional.empty()));
        }
        if (request.repair()) {
            plan.releases().stream()
                    .filter(release -> changed.contains(FileRun.ref(release)))
                    .forEach(release -> new ReleasePlace(session, release).endPending());
        }
        SyncRequest sync = new SyncRequest(request.target(), request.options(), request.deployment(), request.diff());
        FileReport report = new SyncRun.Waves(session, file, workers, plan)
                .run(sync, shown, release -> changed.contains(FileRun.ref(release)), leaving);
        List<ReleaseOutcome> all = new ArrayList<>(report.outcomes());
        all.addAll(unchanged);
        reports.add(new FileReport(shown, all));
    }

    private boolean wanted(List<DiffReport.Entry> affected) {
        session.listener().on(new RunEvent.Affected(affected, false));
        return !request.options().interactive()
                || session.listener().confirms(new Question(Question.Verb.APPLY, affected));
    }

    private static ReleaseOutcome.Unchanged unchanged(DiffReport.Entry entry) {
        return new ReleaseOutcome.Unchanged(
                entry.release(),
                entry.last().map(LastRevision::number).orElse(0),
                entry.last().map(LastRevision::status).orElse(""));
    }
}
