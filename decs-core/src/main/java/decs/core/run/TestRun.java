package decs.core.run;

import decs.core.plan.Plan;
import decs.core.plan.Releases;
import decs.core.plan.ResolvedRelease;
import decs.core.request.ReleaseFailure;
import decs.core.request.ReleaseRef;
import decs.core.request.RunEvent;
import decs.core.request.RunEvent.Step;
import decs.core.request.TestRequest;
import decs.helm.action.PodLog;
import decs.helm.action.TestRelease;
import decs.helm.text.StatusText;
import decs.template.source.DecsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code test}: the test hooks of each release run; all that failed is told at the end of a file. */
public final class TestRun {
    private final Session session;
    private final TestRequest request;

    public TestRun(Session session, TestRequest request) {
        this.session = session;
        this.request = request;
    }

    public void run(List<Releases> files) {
        for (Releases releases : files) {
            FileRun file = new FileRun(session, releases.state(), "test", request.options());
            file.runEach(releases, FileRun.Preparing.ALL, this::test);
        }
    }

    private void test(Plan plan) {
        List<DecsException> failures = new ArrayList<>();
        for (ResolvedRelease release : plan.releases()) {
            if (release.installed()) {
                test(release).ifPresent(failures::add);
            }
        }
        Failures.throwAny(failures);
    }

    private Optional<DecsException> test(ResolvedRelease release) {
        ReleaseRef ref = FileRun.ref(release);
        session.listener().on(new RunEvent.Started(ref, Step.TEST));
        HelmArguments flags = HelmArguments.of(HelmVerb.TEST, request.options(), release);
        StringBuilder said = new StringBuilder();
        try {
            run(release, flags, said);
            session.listener().on(new RunEvent.Printed(ref, Step.TEST, said.toString()));
            return Optional.empty();
        } catch (DecsException failed) {
            session.listener().on(new RunEvent.Printed(ref, Step.TEST, said.toString()));
            DecsException told = call(release, flags).failed(failed, said.toString());
            return Optional.of(
                    new ReleaseFailure(ref, "release \"" + release.name() + "\" failed: " + told.getMessage(), failed));
        }
    }

    private void run(ResolvedRelease release, HelmArguments flags, StringBuilder said) {
        boolean logs = request.logs() || flags.has("--logs");
        decs.helm.action.TestRequest asked =
                new decs.helm.action.TestRequest(release.name(), Set.of(), Set.of(), timeout(release));
        TestRelease tests = new TestRelease(new ReleasePlace(session, release).context());
        TestRelease.Result result = tests.run(asked);
        if (logs || !result.release().state().notes().isEmpty()) {
            session.learnSecrets(release);
        }
        said.append(new StatusText(session.helm()).of(result.release(), true));
        if (logs) {
            tests.logs(result.release(), asked, log -> said.append('\n').append(text(log)));
        }
        if (result.failure().isPresent()) {
            throw result.failure().get();
        }
    }

    private static String text(PodLog log) {
        String container = log.container().isEmpty() ? "" : " (" + log.container() + ")";
        return "POD LOGS: " + log.pod() + container + "\n" + log.text().stripTrailing() + "\n";
    }

    private Duration timeout(ResolvedRelease release) {
        return request.timeout()
                .orElseGet(() -> Duration.ofSeconds(release.whole("timeout").orElse(300)));
    }

    private HelmCall call(ResolvedRelease release, HelmArguments flags) {
        HelmCall call = new HelmCall(session.host(), release)
                .add("test", release.name())
                .option("--namespace", release.namespace())
                .flag("--logs", request.logs());
        Optional<Duration> given =
                request.timeout().or(() -> release.whole("timeout").map(Duration::ofSeconds));
        given.ifPresent(timeout -> call.add("--timeout", timeout.toSeconds() + "s"));
        return call.option("--kube-context", release.kubeContext()).words(flags.all());
    }
}
