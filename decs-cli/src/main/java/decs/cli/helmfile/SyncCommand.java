package decs.cli.helmfile;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.Verb;
import decs.core.request.SyncReport;
import decs.core.request.SyncRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code decs sync}. */
@Command(name = "sync", description = "Release everything that the spec says")
class SyncCommand implements Verb {
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

    @Option(names = "--suppress-diff", arity = "0..1", fallbackValue = "true", description = "do not print comparisons")
    boolean suppressDiff;

    @Option(names = "--detailed-exitcode", arity = "0..1", fallbackValue = "true", description = "exit 2 on changes")
    boolean detailedExitCode;

    @Option(names = "--template-args", paramLabel = "FLAGS", description = "helm's own flags of renderings")
    String templateArgs = "";

    @Override
    public int run(Console console) {
        Opening opening = new Opening(globals, console);
        SyncRequest request = new SyncRequest(
                opening.target(),
                run.options(globals, opening, templateArgs, deploy.syncArgs, diff.diffArgs),
                deploy.deployment(postRender.rendering()),
                diff.options(opening.colours(console.terminal()), console));
        return opening.run(decs -> {
            SyncReport report = decs.sync(request, opening.live(opening.transcript(!suppressDiff)));
            return detailedExitCode && report.changed() ? ExitCode.CHANGES : ExitCode.OK;
        });
    }

    /** {@code decs charts}: helmfile 0.x's old name. */
    @Command(name = "charts", description = "DEPRECATED: sync releases from state file (helm upgrade --install)")
    static final class Charts extends SyncCommand {
        @Override
        public int run(Console console) {
            globals.onlyV0("charts");
            return super.run(console);
        }
    }
}
