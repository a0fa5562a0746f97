package decs.core.run;

import decs.core.plan.Plan;
import decs.core.plan.Releases;
import decs.core.plan.ResolvedRelease;
import decs.core.plan.Wave;
import decs.core.request.ApplyRequest;
import decs.core.request.DiffReport;
import decs.core.request.DiffRequest;
import decs.core.request.FileReport;
import decs.core.request.ReleaseOutcome;
import decs.core.request.ReleaseRef;
import decs.core.request.RunEvent;
import decs.core.request.SyncReport;
import decs.core.request.SyncRequest;
import decs.helm.release.Release;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
        DiffRequest comparing =
                new DiffRequest(request.target(), request.options(), request.deployment(), request.diff(), true);
        Set<ReleaseRef> changed = new HashSet<>();
        List<ReleaseOutcome> unchanged = new ArrayList<>();
        for (DiffReport.Entry entry : DiffRun.compare(session, comparing, plan, workers)) {
            if (entry.change() == DiffReport.Change.NONE) {
                unchanged.add(unchanged(entry.release(), plan));
            } else {
                changed.add(entry.release());
            }
        }
        ReleaseWork work = new ReleaseWork(session, file.hooks().as("sync"), request.options(), request.deployment());
        List<ResolvedRelease> leaving = DiffRun.absent(plan, work);
        String shown = releases.state().file().shown();
        if (changed.isEmpty() && leaving.isEmpty()) {
            reports.add(new FileReport(shown, unchanged));
            return;
        }
        for (Wave wave : SyncRun.backwards(plan)) {
            wave.releases().forEach(release -> file.hooks().release(release, "preapply", Optional.empty()));
        }
        SyncRequest sync = new SyncRequest(request.target(), request.options(), request.deployment());
        FileReport report = new SyncRun.Waves(session, file, workers, plan)
                .run(sync, shown, release -> changed.contains(FileRun.ref(release)), leaving);
        List<ReleaseOutcome> all = new ArrayList<>(report.outcomes());
        all.addAll(unchanged);
        reports.add(new FileReport(shown, all));
    }

    private ReleaseOutcome unchanged(ReleaseRef ref, Plan plan) {
        ResolvedRelease release = plan.releases().stream()
                .filter(each -> FileRun.ref(each).equals(ref))
                .findFirst()
                .orElseThrow();
        Optional<Release> last = new ReleasePlace(session, release).last();
        ReleaseOutcome.Unchanged outcome = new ReleaseOutcome.Unchanged(
                ref,
                last.map(Release::revision).orElse(0),
                last.map(found -> found.status().text()).orElse(""));
        session.listener().on(new RunEvent.Done(outcome));
        return outcome;
    }
}
