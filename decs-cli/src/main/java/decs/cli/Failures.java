package decs.cli;

import decs.template.source.DecsException;
import decs.template.source.Problem;
import decs.template.source.ProblemPrinter;
import java.io.PrintStream;

/** Prints failures: the real tool's own text first, then the place, the excerpt, the trail and the hint. */
record Failures(PrintStream err, boolean debug) {

    void print(DecsException failure, boolean helm) {
        err.println((helm ? "Error: " : "") + failure.getMessage());
        boolean more = failure.problems().stream().anyMatch(Failures::saysMore);
        if (more) {
            err.println();
            err.print(ProblemPrinter.print(failure.problems()));
        }
        if (debug) {
            failure.printStackTrace(err);
        }
    }

    /** A failure with what it is about in front. */
    void print(String about, DecsException failure) {
        err.println(about + failure.getMessage());
        if (failure.problems().stream().anyMatch(Failures::saysMore)) {
            err.print(ProblemPrinter.print(failure.problems()));
        }
    }

    void printBug(RuntimeException bug) {
        err.println("decs met an error of its own: " + bug);
        if (debug) {
            bug.printStackTrace(err);
        } else {
            err.println("  hint: run again with --debug and report what it prints");
        }
    }

    private static boolean saysMore(Problem problem) {
        return problem.at().isPresent() || problem.hint().isPresent();
    }
}
