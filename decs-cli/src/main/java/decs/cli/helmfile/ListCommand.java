package decs.cli.helmfile;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.Verb;
import decs.core.load.Compat;
import decs.core.plan.Releases;
import decs.core.request.LookRequest;
import decs.core.text.ReleaseList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code decs list}. */
@Command(name = "list", description = "List the releases that the spec defines")
final class ListCommand implements Verb {
    @Mixin
    GlobalOptions globals;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "json",
            description = "JSON instead of a table")
    String output = "";

    @Option(names = "--skip-charts", arity = "0..1", fallbackValue = "true", hidden = true)
    boolean skipCharts;

    @Option(names = "--keep-temp-dir", arity = "0..1", fallbackValue = "true", hidden = true)
    boolean keepTempDir;

    @Override
    public int run(Console console) {
        Opening opening = new Opening(globals, console);
        return opening.run(decs -> {
            List<Releases> releases = decs.load(opening.target(), opening.transcript(false));
            List<ReleaseList.Row> rows = ReleaseList.rows(releases);
            if (rows.isEmpty()) {
                throw decs.nothingMatches(opening.target(), releases);
            }
            if (!skipCharts) {
                decs.look(releases, new LookRequest("list", false), opening.transcript(false), each -> {});
            }
            print(rows, releases.get(0).state().compat() == Compat.V0, opening);
            return ExitCode.OK;
        });
    }

    private void print(List<ReleaseList.Row> rows, boolean v0, Opening opening) {
        if (!output.isEmpty() && !output.equals("json")) {
            opening.tell("output format \"" + output + "\" is not known, only json is: this is the table\n");
        }
        opening.print(output.equals("json") ? ReleaseList.json(rows) : ReleaseList.table(rows, !v0));
    }
}
