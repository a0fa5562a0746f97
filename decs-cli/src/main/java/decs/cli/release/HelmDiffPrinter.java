package decs.cli.release;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.UsageException;
import decs.core.compare.ReleaseDiff;
import decs.core.request.DiffOptions;
import decs.helm.storage.StorageException;
import decs.template.source.DecsException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;

/** What helm-diff says of a comparison, and its exit code. */
record HelmDiffPrinter(Console console, DiffOptions options, boolean detailedExitCode) {
    private static final String PLUGIN_FAILED = "Error: plugin \"diff\" exited with error";

    /** Compares and prints; what Helm itself would refuse is told as its. */
    int print(Supplier<ReleaseDiff.Result> comparison) {
        ReleaseDiff.Result result;
        try {
            result = comparison.get();
        } catch (StorageException failed) {
            return failed("exit status 1: Error: " + failed.getMessage() + "\n");
        } catch (UsageException misuse) {
            throw misuse;
        } catch (DecsException failed) {
            return failed(failed.getMessage());
        }
        result.duplicates().forEach(key -> console.err()
                .println(DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss")
                                .format(ZonedDateTime.now(console.host().clock()))
                        + " Error: Found duplicate key \"" + key + "\" in manifest"));
        console.out().print(options.printer().print(result.diff(), options.style()));
        if (detailedExitCode && !result.diff().isEmpty()) {
            console.out().flush();
            console.err()
                    .println("Error: identified at least one change, exiting with non-zero exit code"
                            + " (detailed-exitcode parameter enabled)");
            console.err().println(PLUGIN_FAILED);
            return ExitCode.CHANGES;
        }
        return ExitCode.OK;
    }

    private int failed(String message) {
        console.out().flush();
        console.err().println("Error: " + message);
        console.err().println(PLUGIN_FAILED);
        return ExitCode.FAILED;
    }
}
