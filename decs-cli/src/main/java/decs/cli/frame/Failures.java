package decs.cli.frame;

import decs.core.request.ReleaseFailure;
import decs.core.request.ReleaseRef;
import decs.core.request.RunFailure;
import decs.template.source.DecsException;
import decs.template.source.Problem;
import decs.template.source.ProblemPrinter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Prints failures: the real tool's own text first, then the place, the excerpt, the trail and the hint.
 *
 * @param details whether anything follows the real tool's own text
 */
public record Failures(Consumer<String> err, boolean debug, boolean details) {

    public void print(DecsException failure, boolean helm) {
        List<DecsException> parts = RunFailure.partsOf(failure);
        if (details && !helm && parts.stream().anyMatch(ReleaseFailure.class::isInstance)) {
            ofReleases(parts);
        } else {
            line((helm ? "Error: " : "") + failure.getMessage());
            details(failure);
        }
        if (debug) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            err.accept(trace.toString());
        }
    }

    /** Places and hints behind a blank line; of a problem that has no place and is told already only the hint. */
    private void details(DecsException failure) {
        if (!details || failure.problems().stream().noneMatch(Failures::saysMore)) {
            return;
        }
        line("");
        if (failure.problems().stream().allMatch(problem -> told(problem, failure))) {
            failure.problems().forEach(problem -> problem.hint().ifPresent(hint -> line("  hint: " + hint)));
        } else {
            err.accept(ProblemPrinter.print(failure.problems()));
        }
    }

    private static boolean told(Problem problem, DecsException failure) {
        return problem.at().isEmpty() && failure.getMessage().contains(problem.message());
    }

    /** Each cause once, with the releases that it hit in front. */
    private void ofReleases(List<DecsException> parts) {
        Map<String, List<ReleaseFailure>> byCause = new LinkedHashMap<>();
        for (DecsException part : parts) {
            if (part instanceof ReleaseFailure failure) {
                byCause.computeIfAbsent(cause(failure), cause -> new ArrayList<>())
                        .add(failure);
            } else {
                new Failures(err, false, true).print(part, false);
            }
        }
        byCause.values().forEach(this::ofOneCause);
    }

    /** What went wrong as it is told, so that causes that read the same are told once. */
    private static String cause(ReleaseFailure failure) {
        return failure.reason().getMessage() + "\n"
                + ProblemPrinter.print(failure.reason().problems());
    }

    private void ofOneCause(List<ReleaseFailure> failures) {
        String names = failures.stream()
                .map(failure -> named(failure.release()))
                .distinct()
                .collect(Collectors.joining(", "));
        DecsException reason = failures.get(0).reason();
        line((names.contains(", ") ? "releases " : "release ") + names + " failed: "
                + reason.getMessage().strip());
        for (Problem problem : reason.problems()) {
            if (problem.at().isPresent()) {
                err.accept(ProblemPrinter.print(List.of(problem)));
            } else {
                problem.hint().ifPresent(hint -> line("  hint: " + hint));
            }
        }
    }

    private static String named(ReleaseRef release) {
        return release.name() + (release.namespace().isEmpty() ? "" : " (namespace " + release.namespace() + ")");
    }

    private void line(String text) {
        err.accept(text + "\n");
    }

    /** A failure with what it is about in front. */
    public void print(String about, DecsException failure) {
        line(about + failure.getMessage());
        if (details && failure.problems().stream().anyMatch(Failures::saysMore)) {
            err.accept(ProblemPrinter.print(failure.problems()));
        }
    }

    public void printBug(RuntimeException bug) {
        line("decs met an error of its own: " + bug);
        if (debug) {
            StringWriter trace = new StringWriter();
            bug.printStackTrace(new PrintWriter(trace));
            err.accept(trace.toString());
        } else {
            line("  hint: run again with --debug and report what it prints");
        }
    }

    private static boolean saysMore(Problem problem) {
        return problem.at().isPresent() || problem.hint().isPresent();
    }
}
