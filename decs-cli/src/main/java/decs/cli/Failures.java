package decs.cli;

import decs.template.source.DecsException;
import decs.template.source.Problem;
import decs.template.source.ProblemPrinter;
import java.io.PrintStream;

/**
 * Prints failures: the real tool's own text first, then the place, the excerpt, the trail and the hint.
 *
 * @param details whether anything follows the real tool's own text
 */
record Failures(PrintStream err, boolean debug, boolean details) {

    void print(DecsException failure, boolean helm) {
        err.println((helm ? "Error: " : "") + failure.getMessage());
        if (details && failure.problems().stream().anyMatch(Failures::saysMore)) {
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
        if (details && failure.problems().stream().anyMatch(Failures::saysMore)) {
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
