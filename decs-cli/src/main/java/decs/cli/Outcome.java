package decs.cli;

import decs.core.request.ReleaseOutcome;
import decs.core.request.SyncReport;

/** What sync, apply and destroy say at the end, and the exit code they give. */
record Outcome(SyncReport report, Console console) {

    /** @param detailed whether changes have an exit code of their own */
    int print(GlobalOptions globals, boolean detailed) {
        Failures failures = new Failures(console.err(), globals.common.debug);
        report.all(ReleaseOutcome.Failed.class)
                .forEach(failed -> failures.print(failed.release() + ": ", failed.cause()));
        report.all(ReleaseOutcome.Skipped.class)
                .forEach(skipped -> console.err().println(skipped.release() + ": skipped, " + skipped.reason()));
        if (!report.succeeded()) {
            return ExitCode.FAILED;
        }
        return detailed && report.changed() ? ExitCode.CHANGES : ExitCode.OK;
    }
}
