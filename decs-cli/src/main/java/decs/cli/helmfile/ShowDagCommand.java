package decs.cli.helmfile;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.Verb;
import decs.core.plan.NeedsOptions;
import decs.core.plan.Plan;
import decs.core.plan.Releases;
import decs.core.request.LookRequest;
import decs.core.text.DagTable;
import decs.template.source.DecsException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code decs show-dag}. */
@Command(name = "show-dag", description = "Show in which order releases run")
final class ShowDagCommand implements Verb {
    @Mixin
    GlobalOptions globals;

    @Override
    public int run(Console console) {
        Opening opening = new Opening(globals, console);
        return opening.run(decs -> {
            List<Releases> files = decs.load(opening.target(), opening.transcript(false));
            decs.look(files, new LookRequest("show-dag", true), opening.transcript(false), releases -> {
                opening.print(DagTable.of(plan(releases, opening)));
            });
            decs.refuseNothing(opening.target(), files);
            return ExitCode.OK;
        });
    }

    private static Plan plan(Releases releases, Opening opening) {
        Releases only = new Releases(releases.state(), releases.selected(), releases.selected());
        try {
            return Plan.ofAll(only, NeedsOptions.defaults(), notice -> opening.tell(notice + "\n"));
        } catch (DecsException failure) {
            throw new DecsException(releases.state().trail() + failure.getMessage(), failure.problems(), failure);
        }
    }
}
