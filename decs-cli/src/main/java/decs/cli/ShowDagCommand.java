package decs.cli;

import decs.core.plan.NeedsOptions;
import decs.core.plan.Plan;
import decs.core.plan.Releases;
import decs.core.text.DagTable;
import decs.template.source.DecsException;
import picocli.CommandLine.Mixin;

/** {@code decs show-dag}. */
@picocli.CommandLine.Command(name = "show-dag", description = "Show in which order releases run")
final class ShowDagCommand implements Command {
    @Mixin
    GlobalOptions globals;

    @Override
    public int run(Console console) {
        Opening opening = new Opening(globals, console);
        return opening.run(decs -> {
            boolean any = false;
            for (Releases releases : decs.load(opening.target(), opening.transcript(false))) {
                Plan plan = plan(releases, console);
                if (!plan.waves().isEmpty()) {
                    console.out().print(DagTable.of(plan));
                    any = true;
                }
            }
            if (!any) {
                throw decs.nothingMatches(opening.target());
            }
            return ExitCode.OK;
        });
    }

    private static Plan plan(Releases releases, Console console) {
        Releases only = new Releases(releases.state(), releases.selected(), releases.selected());
        try {
            return Plan.of(only, NeedsOptions.defaults(), console.err()::println);
        } catch (DecsException failure) {
            throw new DecsException(releases.state().trail() + failure.getMessage(), failure.problems(), failure);
        }
    }
}
