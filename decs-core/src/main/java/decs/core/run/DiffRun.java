package decs.core.run;

import decs.core.diff.ObjectKey;
import decs.core.plan.Plan;
import decs.core.plan.Releases;
import decs.core.plan.ResolvedRelease;
import decs.core.prepare.ValuesText;
import decs.core.request.Deployment;
import decs.core.request.DiffOptions;
import decs.core.request.DiffReport;
import decs.core.request.DiffReport.Change;
import decs.core.request.DiffRequest;
import decs.core.request.ReleaseFailure;
import decs.core.request.ReleaseRef;
import decs.core.request.RunEvent;
import decs.core.request.RunEvent.Step;
import decs.template.source.DecsException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

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
                file.run(releases, FileRun.Preparing.ALL, plan -> entries.addAll(differences(plan, file, workers)));
            }
        }
        return new DiffReport(entries);
    }

    private List<DiffReport.Entry> differences(Plan plan, FileRun file, Workers workers) {
        ReleaseWork work = new ReleaseWork(session, file.hooks(), request.options(), Deployment.defaults());
        List<DiffReport.Entry> entries = new ArrayList<>(compare(session, request, plan, workers, work));
        absent(plan, work).forEach(release -> entries.add(deleted(release)));
        cleanUp(plan, file);
        List<DiffReport.Entry> told = entries.stream()
                .filter(entry ->
                        entry.change() == Change.DELETED || (request.detailed() && entry.change() == Change.UPDATED))
                .toList();
        if (request.detailed() || !told.isEmpty()) {
            session.listener().on(new RunEvent.Affected(told, true));
        }
        return entries;
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
        return DiffReport.Entry.of(FileRun.ref(release), Change.DELETED);
    }

    private record Result(ResolvedRelease release, Optional<DiffReport.Entry> entry, Optional<DecsException> failure) {}

    /** Compares the installed releases of a plan and tells each; throws what failed at the end. */
    static List<DiffReport.Entry> compare(
            Session session, DiffRequest request, Plan plan, Workers workers, ReleaseWork work) {
        List<DiffReport.Entry> entries = new ArrayList<>();
        List<ResolvedRelease> compared = new ArrayList<>();
        Set<ResolvedRelease> unchecked = Collections.newSetFromMap(new IdentityHashMap<>());
        for (ResolvedRelease release : plan.releases()) {
            if (release.installed()) {
                boolean lenient = request.diff().uncheckedOnInstall()
                        || release.fields().flag("disableValidationOnInstall").orElse(false);
                boolean absent = (lenient || request.diff().skipOnInstall()) && !work.isPresent(release);
                if (absent && request.diff().skipOnInstall()) {
                    entries.add(DiffReport.Entry.of(FileRun.ref(release), Change.UPDATED));
                    continue;
                }
                compared.add(release);
                if (absent) {
                    unchecked.add(release);
                }
            }
        }
        Map<String, List<ValuesText>> values = values(session, compared, workers);
        List<DecsException> failures = new ArrayList<>();
        workers.inOrder(
                compared,
                release -> {
                    try {
                        DiffReport.Entry entry = new ReleaseComparison(
                                        session,
                                        request.options(),
                                        request.deployment(),
                                        HelmArguments.comparison(release, request.options(), request.diff()))
                                .compare(
                                        release,
                                        values.get(release.id()),
                                        request.detailed(),
                                        unchecked.contains(release));
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
                        tell(session, request, result.release(), entry);
                    });
                });
        Failures.throwAny(failures);
        shared(entries).forEach(session.listener()::on);
        return entries;
    }

    /** The values of all releases: where some cannot be made, nothing is compared. */
    private static Map<String, List<ValuesText>> values(
            Session session, List<ResolvedRelease> releases, Workers workers) {
        List<DecsException> failures = Collections.synchronizedList(new ArrayList<>());
        Map<String, List<ValuesText>> values = new ConcurrentHashMap<>();
        workers.all(releases, release -> {
            try {
                return values.put(
                        release.id(), session.preparation().values(release).texts());
            } catch (DecsException failed) {
                String text = "failed processing release " + release.name() + ": " + failed.getMessage();
                return failures.add(new ReleaseFailure(FileRun.ref(release), text, failed));
            }
        });
        Failures.throwAny(failures);
        return values;
    }

    /** Where a change is looked for, a comparison without one has no text, in whatever form. */
    private static void tell(Session session, DiffRequest request, ResolvedRelease release, DiffReport.Entry entry) {
        boolean silent = release.fields().flag("suppressDiff").orElse(false)
                || (request.detailed() && entry.change() == Change.NONE);
        DiffOptions diff = HelmArguments.comparison(release, request.options(), request.diff());
        String text = silent ? "" : diff.printer().print(entry.diff(), diff.style());
        session.listener().on(new RunEvent.Compared(entry.release(), entry.diff(), text));
    }

    /** The objects that several of the releases define: only one of them can own each. */
    private static List<RunEvent> shared(List<DiffReport.Entry> entries) {
        Map<String, Map<ObjectKey, List<ReleaseRef>>> definers = new LinkedHashMap<>();
        for (DiffReport.Entry entry : entries) {
            Map<ObjectKey, List<ReleaseRef>> ofContext =
                    definers.computeIfAbsent(entry.release().kubeContext(), context -> new TreeMap<>());
            entry.objects().forEach(object -> ofContext
                    .computeIfAbsent(object, key -> new ArrayList<>())
                    .add(entry.release()));
        }
        List<RunEvent> events = new ArrayList<>();
        definers.values()
                .forEach(ofContext -> ofContext.forEach((object, releases) -> {
                    if (releases.size() > 1) {
                        events.add(new RunEvent.Shared(object, releases));
                    }
                }));
        return events;
    }
}
