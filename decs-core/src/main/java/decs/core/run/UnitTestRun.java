package decs.core.run;

import decs.core.plan.Releases;
import decs.core.plan.ResolvedRelease;
import decs.core.plan.Wave;
import decs.core.prepare.ChartPlace;
import decs.core.prepare.PreparedRelease;
import decs.core.prepare.ValuesText;
import decs.core.request.RunEvent;
import decs.core.request.RunEvent.Step;
import decs.core.request.SuiteRunner;
import decs.core.request.SuiteRunner.Switch;
import decs.core.request.UnitTestRequest;
import decs.template.source.DecsException;
import decs.template.value.ValueMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code unittest}: the suites that releases name, run on their charts with their values. */
public final class UnitTestRun {
    private final Session session;
    private final UnitTestRequest request;
    private final SuiteRunner runner;
    private final List<DecsException> failures = new ArrayList<>();

    public UnitTestRun(Session session, UnitTestRequest request, SuiteRunner runner) {
        this.session = session;
        this.request = request;
        this.runner = runner;
    }

    /** @throws DecsException that lists every release whose tests fail */
    public void run(List<Releases> files) {
        try (ChartFolders charts = new ChartFolders()) {
            for (Releases releases : files) {
                FileRun file = new FileRun(session, releases.state(), "unittest", request.options());
                file.run(releases, FileRun.Preparing.ALL, plan -> plan.waves()
                        .forEach(wave -> test(wave, file, charts)));
            }
        }
        Failures.throwListed(failures);
    }

    /** A release that is ready to be tested. */
    private record Ready(ResolvedRelease release, Path folder, String chart, List<String> files, ValueMap values) {
        SuiteRunner.Suites suites(Set<Switch> switches) {
            return new SuiteRunner.Suites(folder, chart, files, values, switches);
        }
    }

    /** No suite of a wave runs where one release's paths are wrong. */
    private void test(Wave wave, FileRun file, ChartFolders charts) {
        List<Ready> ready = new ArrayList<>();
        List<DecsException> refused = new ArrayList<>();
        for (ResolvedRelease release : wave.releases()) {
            if (!release.installed() || release.fields().texts("unitTests").isEmpty()) {
                continue;
            }
            try {
                ready.add(ready(release, charts));
            } catch (DecsException wrong) {
                refused.add(wrong);
            }
        }
        Failures.throwAny(refused);
        for (Ready each : ready) {
            Optional<DecsException> failure = test(each);
            failure.ifPresent(failures::add);
            file.cleanUp(each.release(), failure);
        }
    }

    private Ready ready(ResolvedRelease release, ChartFolders charts) {
        List<ValuesText> texts = session.preparation().values(release).texts();
        PreparedRelease prepared = session.preparation()
                .prepare(
                        release,
                        texts,
                        request.options().values(),
                        request.options().skipDeps());
        ChartPlace place = ChartPlace.of(release);
        Path folder = charts.of(release, prepared.chart());
        String chart = place.local() && folder.equals(place.path()) ? place.shown() : folder.toString();
        session.listener().on(new RunEvent.Started(FileRun.ref(release).withShownChart(chart), Step.UNIT_TEST));
        return new Ready(release, place.folder(), chart, UnitTestPaths.of(release), prepared.values());
    }

    private Optional<DecsException> test(Ready ready) {
        HelmArguments flags = HelmArguments.of(HelmVerb.UNITTEST, request.options(), ready.release());
        SuiteRunner.Outcome outcome;
        try {
            outcome = runner.run(ready.suites(switches(flags)));
        } catch (DecsException misuse) {
            return Optional.of(call(ready).failed(misuse, ""));
        }
        session.listener()
                .on(new RunEvent.Printed(FileRun.ref(ready.release()), Step.UNIT_TEST, outcome.text() + "\n"));
        if (outcome.passed()) {
            return Optional.empty();
        }
        DecsException cause = new DecsException("plugin \"unittest\" exited with error");
        return Optional.of(call(ready).failed(cause, outcome.text()));
    }

    private Set<Switch> switches(HelmArguments flags) {
        Set<Switch> switches = EnumSet.noneOf(Switch.class);
        add(Switch.FAIL_FAST, request.failFast() || flags.has("--failfast") || flags.has("-q"), switches);
        add(Switch.STRICT, flags.has("--strict"), switches);
        add(Switch.UPDATE_SNAPSHOTS, flags.has("--update-snapshot") || flags.has("-u"), switches);
        add(Switch.SKIP_SCHEMA_VALIDATION, flags.has("--skip-schema-validation"), switches);
        boolean none =
                flags.last("--with-subchart", "-s").filter("false"::equals).isPresent();
        add(Switch.NO_SUBCHARTS, none, switches);
        return switches;
    }

    private static void add(Switch one, boolean on, Set<Switch> switches) {
        if (on) {
            switches.add(one);
        }
    }

    private HelmCall call(Ready ready) {
        ResolvedRelease release = ready.release();
        HelmCall call = new HelmCall(session.host(), release)
                .add("unittest", ready.chart())
                .option("--namespace", release.namespace())
                .ownValues()
                .givenValues(request.options().values())
                .flag("--failfast", request.failFast());
        ready.files().forEach(file -> call.option("--file", file));
        return call.words(
                HelmArguments.of(HelmVerb.UNITTEST, request.options(), release).all());
    }
}
