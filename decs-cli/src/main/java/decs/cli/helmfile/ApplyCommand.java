package decs.cli.helmfile;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.Verb;
import decs.core.request.ApplyRequest;
import decs.core.request.SyncReport;
import decs.core.transcript.Transcript;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code decs apply}. */
@Command(name = "apply", description = "Release what differs")
final class ApplyCommand implements Verb {
    @Mixin
    GlobalOptions globals;

    @Mixin
    RunFlags run;

    @Mixin
    DeployFlags deploy;

    @Mixin
    DiffFlags diff;

    @Mixin
    PostRenderFlags postRender;

    @Option(names = "--detailed-exitcode", arity = "0..1", fallbackValue = "true", description = "exit 2 on changes")
    boolean detailedExitCode;

    @Option(names = "--suppress-diff", arity = "0..1", fallbackValue = "true", description = "do not print comparisons")
    boolean suppressDiff;

    @Option(
            names = "--repair",
            arity = "0..1",
            fallbackValue = "true",
            description = "release again what does not differ but failed or was broken off")
    boolean repair;

    @Option(names = "--skip-cleanup", arity = "0..1", fallbackValue = "true", hidden = true)
    boolean skipCleanup;

    @Option(names = "--template-args", paramLabel = "FLAGS", description = "helm's own flags of renderings")
    String templateArgs = "";

    @Override
    public int run(Console console) {
        Opening opening = new Opening(globals, console);
        ApplyRequest request = new ApplyRequest(
                opening.target(),
                run.options(globals, opening, templateArgs, deploy.syncArgs, diff.diffArgs),
                deploy.deployment(postRender.rendering()),
                diff.options(opening.colours(console.terminal()), console),
                repair);
        return opening.run(decs -> {
            Transcript transcript = diff.shared.showSecrets && !suppressDiff
                    ? opening.unmaskedTranscript()
                    : opening.transcript(!suppressDiff);
            SyncReport report = decs.apply(request, opening.live(transcript));
            return detailedExitCode && report.changed() ? ExitCode.CHANGES : ExitCode.OK;
        });
    }
}
