package decs.testing.run;

import decs.template.source.DecsException;
import decs.testing.snapshot.Snapshots;
import decs.testing.suite.Assertion;
import decs.testing.suite.Suite;
import decs.testing.suite.TestCase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One test: its render, and its assertions on that. */
record CaseRun(CaseRender render, Suite suite, TestCase test, Snapshots snapshots, boolean failFast) {

    CaseResult run() {
        long start = System.nanoTime();
        List<CaseResult.Failure> failures = new ArrayList<>();
        Optional<String> error = Optional.empty();
        try {
            Rendering rendering = rendering();
            failures.addAll(failures(rendering));
            if (!failures.isEmpty()) {
                error = rendering.failure();
            }
        } catch (DecsException broken) {
            error = Optional.of(broken.getMessage());
        }
        return new CaseResult(test.name(), false, error, failures, Duration.ofNanos(System.nanoTime() - start));
    }

    /** A render may fail only where an assertion expects that. */
    private Rendering rendering() {
        try {
            return render.of(test);
        } catch (DecsException failed) {
            if (test.assertions().stream().noneMatch(AssertionRun::expectsFailure)) {
                throw failed;
            }
            TemplateNames names = names();
            return Rendering.failed(
                    failed.getMessage(), names.names().stream().map(names::path).toList());
        }
    }

    private TemplateNames names() {
        return new TemplateNames(render.place().route(), suite.templates());
    }

    private List<CaseResult.Failure> failures(Rendering rendering) {
        List<CaseResult.Failure> failures = new ArrayList<>();
        AssertionRun run = new AssertionRun(test, names(), rendering, snapshots, failFast);
        for (int i = 0; i < test.assertions().size(); i++) {
            Assertion assertion = test.assertions().get(i);
            List<String> lines = run.failures(assertion);
            if (!lines.isEmpty()) {
                failures.add(new CaseResult.Failure(i, assertion.type(), assertion.not(), lines));
                if (failFast) {
                    break;
                }
            }
        }
        return failures;
    }
}
