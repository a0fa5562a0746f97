package decs.cli;

import decs.core.load.LoadRequest;
import decs.core.plan.NeedsOptions;
import decs.core.plan.Plan;
import decs.core.plan.Releases;
import decs.core.text.DagTable;
import decs.template.source.DecsException;
import java.util.List;
import picocli.CommandLine.Mixin;

/** {@code decs show-dag}. */
@picocli.CommandLine.Command(name = "show-dag", description = "Show in which order releases run")
final class ShowDagCommand implements Command {
    @Mixin
    GlobalOptions globals;

    @Override
    public int run(Console console) {
        LoadRequest request = Loading.request(globals, console);
        List<Releases> all = Loading.releases(request);
        boolean any = false;
        for (Releases releases : all) {
            try {
                Releases only = new Releases(releases.state(), releases.selected(), releases.selected());
                Plan plan = Plan.of(only, NeedsOptions.defaults(), console.err()::println);
                if (!plan.waves().isEmpty()) {
                    console.out().print(DagTable.of(plan));
                    any = true;
                }
            } catch (DecsException failure) {
                throw new DecsException(releases.state().trail() + failure.getMessage(), failure.problems(), failure);
            }
        }
        if (!any) {
            console.err().println(Loading.noMatch(request));
            return globals.allowNoMatchingRelease ? ExitCode.OK : ExitCode.USAGE_OR_NO_MATCH;
        }
        return ExitCode.OK;
    }
}
