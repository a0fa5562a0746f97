package decs.cli.helmfile;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.Verb;
import decs.core.request.DestroyRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code decs destroy}. */
@Command(name = "destroy", description = "Remove the releases")
class DestroyCommand implements Verb {
    @Mixin
    GlobalOptions globals;

    @Mixin
    RunFlags run;

    @Option(names = "--cascade", paramLabel = "WORD", description = "background, foreground or orphan")
    String cascade = "";

    @Option(names = "--skip-charts", arity = "0..1", fallbackValue = "true", description = "do not prepare charts")
    boolean skipCharts;

    @Option(names = "--deleteWait", arity = "0..1", fallbackValue = "true", hidden = true)
    boolean deleteWait;

    @Option(names = "--deleteTimeout", hidden = true)
    int deleteTimeout;

    @Override
    public int run(Console console) {
        Opening opening = new Opening(globals, console);
        DestroyRequest request =
                new DestroyRequest(opening.target(), run.options(globals, opening), cascade, skipCharts);
        return opening.run(decs -> {
            decs.destroy(request, opening.live(opening.transcript(true)));
            return ExitCode.OK;
        });
    }

    /** {@code decs delete}: helmfile 0.x's, which with Helm 3 removes the records as well. */
    @Command(name = "delete", description = "DEPRECATED: delete releases from state file (helm delete)")
    static final class Delete extends DestroyCommand {
        @Option(names = "--purge", arity = "0..1", fallbackValue = "true", hidden = true)
        boolean purge;

        @Override
        public int run(Console console) {
            globals.onlyV0("delete");
            return super.run(console);
        }
    }
}
