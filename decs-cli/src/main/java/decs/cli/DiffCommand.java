package decs.cli;

import decs.core.request.DiffReport;
import decs.core.request.DiffReport.Change;
import decs.core.request.DiffRequest;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code decs diff}. */
@picocli.CommandLine.Command(name = "diff", description = "What apply would change")
final class DiffCommand implements Command {
    @Mixin
    GlobalOptions globals;

    @Mixin
    RunFlags run;

    @Mixin
    DiffFlags diff;

    @Mixin
    PostRenderFlags postRender;

    @Mixin
    ReuseFlags reuse;

    @Option(names = "--detailed-exitcode", arity = "0..1", fallbackValue = "true", description = "exit 2 on changes")
    boolean detailedExitCode;

    @Override
    public int run(Console console) {
        Opening opening = new Opening(globals, console);
        DiffRequest request = new DiffRequest(
                opening.target(),
                run.options(globals),
                reuse.deployment(postRender.rendering()),
                diff.options(opening.colours(console.terminal())),
                detailedExitCode);
        return opening.run(decs -> {
            DiffReport report = decs.diff(request, opening.transcript(true));
            affected(report, console);
            if (detailedExitCode && report.changes()) {
                console.err().println("Identified at least one change");
                return ExitCode.CHANGES;
            }
            return ExitCode.OK;
        });
    }

    private void affected(DiffReport report, Console console) {
        List<DiffReport.Entry> shown = report.entries().stream()
                .filter(entry ->
                        entry.change() == Change.DELETED || (detailedExitCode && entry.change() == Change.UPDATED))
                .sorted(Comparator.comparing(entry -> entry.release().name()))
                .toList();
        if (shown.isEmpty()) {
            if (detailedExitCode) {
                console.err().println("No affected releases");
            }
            return;
        }
        console.err().println("Affected releases are:");
        shown.forEach(entry -> console.err()
                .println("  " + entry.release().name() + " (" + entry.release().chart() + ") " + entry.change()));
        console.err().println();
    }
}
