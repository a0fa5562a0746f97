package decs.core.run;

import decs.core.diff.ManifestDiff;
import decs.core.plan.Plan;
import decs.core.plan.Releases;
import decs.core.plan.ResolvedRelease;
import decs.core.request.Deployment;
import decs.core.request.DiffReport;
import decs.core.request.DiffRequest;
import decs.core.request.RunEvent;
import decs.core.request.RunEvent.Step;
import decs.template.source.DecsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code diff}: each release compared with what is deployed, told in the order of the plan. */
public final class DiffRun {
    private final Session session;
    private final DiffRequest request;

    public DiffRun(Session session, DiffRequest request) {
        this.session = session;
        this.request = request;
    }

    public DiffReport run(List<Releases> files) {
        List<DiffReport.Entry> entries = new ArrayList<>();
        try (Workers workers = new Workers(request.options().concurrency())) {
            for (Releases releases : files) {
                FileRun file = new FileRun(session, releases.state(), "diff", request.options());
                file.run(releases, FileRun.Preparing.ALL, plan -> {
                    entries.addAll(compare(session, request, plan, workers));
                    ReleaseWork work = new ReleaseWork(session, file.hooks(), request.options(), Deployment.defaults());
                    absent(plan, work).forEach(release -> entries.add(deleted(release)));
                    cleanUp(plan, file);
                });
            }
        }
        return new DiffReport(entries);
    }

    private void cleanUp(Plan plan, FileRun file) {
        for (ResolvedRelease release : plan.releases()) {
            if (release.installed()) {
                file.cleanUp(release, Optional.empty());
            }
        }
    }

    /** The releases that are there and are to go, told as look-ups. */
    static List<ResolvedRelease> absent(Plan plan, ReleaseWork work) {
        return plan.releases().stream()
                .filter(release -> !release.installed())
                .filter(work::isPresent)
                .toList();
    }

    static DiffReport.Entry deleted(ResolvedRelease release) {
        return new DiffReport.Entry(FileRun.ref(release), DiffReport.Change.DELETED, new ManifestDiff(List.of()));
    }

    private record Result(ResolvedRelease release, Optional<DiffReport.Entry> entry, Optional<DecsException> failure) {}

    /** Compares the installed releases of a plan and tells each; throws what failed at the end. */
    static List<DiffReport.Entry> compare(Session session, DiffRequest request, Plan plan, Workers workers) {
        ReleaseComparison comparison =
                new ReleaseComparison(session, request.options(), request.deployment(), request.diff());
        List<DiffReport.Entry> entries = new ArrayList<>();
        List<DecsException> failures = new ArrayList<>();
        List<ResolvedRelease> installed =
                plan.releases().stream().filter(ResolvedRelease::installed).toList();
        workers.inOrder(
                installed,
                release -> {
                    try {
                        DiffReport.Entry entry = comparison.compare(release, request.detailed());
                        return new Result(release, Optional.of(entry), Optional.empty());
                    } catch (DecsException failed) {
                        return new Result(release, Optional.empty(), Optional.of(failed));
                    }
                },
                result -> {
                    session.listener().on(new RunEvent.Started(FileRun.ref(result.release()), Step.COMPARE));
                    result.failure().ifPresent(failures::add);
                    result.entry().ifPresent(entry -> {
                        entries.add(entry);
                        String text = request.diff()
                                .form()
                                .printer()
                                .print(entry.diff(), request.diff().style());
                        boolean silent =
                                result.release().fields().flag("suppressDiff").orElse(false);
                        session.listener().on(new RunEvent.Compared(entry.release(), entry.diff(), silent ? "" : text));
                    });
                });
        Failures.throwAny(failures);
        return entries;
    }
}
