package decs.cli.helmfile;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.Verb;
import decs.core.request.DiffReport;
import decs.core.request.DiffRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code decs diff}. */
@Command(name = "diff", description = "What apply would change")
final class DiffCommand implements Verb {
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

    @Option(names = "--template-args", paramLabel = "FLAGS", description = "helm's own flags of renderings")
    String templateArgs = "";

    @Override
    public int run(Console console) {
        Opening opening = new Opening(globals, console);
        DiffRequest request = new DiffRequest(
                opening.target(),
                run.options(globals, opening, templateArgs, "", diff.diffArgs),
                reuse.deployment(postRender.rendering()),
                diff.options(opening.colours(console.terminal()), console),
                detailedExitCode);
        return opening.run(decs -> {
            DiffReport report = decs.diff(
                    request, diff.shared.showSecrets ? opening.unmaskedTranscript() : opening.transcript(true));
            if (detailedExitCode && report.changes()) {
                opening.tell("Identified at least one change\n");
                return ExitCode.CHANGES;
            }
            return ExitCode.OK;
        });
    }
}
