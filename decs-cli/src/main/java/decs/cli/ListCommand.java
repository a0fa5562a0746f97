package decs.cli;

import decs.core.load.Compat;
import decs.core.load.LoadRequest;
import decs.core.plan.Releases;
import decs.core.text.ReleaseList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code decs list}. */
@picocli.CommandLine.Command(name = "list", description = "List the releases that the spec defines")
final class ListCommand implements Command {
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
        LoadRequest request = Loading.request(globals, console);
        List<Releases> releases = Loading.releases(request);
        List<ReleaseList.Row> rows = ReleaseList.rows(releases);
        if (rows.isEmpty()) {
            console.err().println(Loading.noMatch(request));
            return globals.allowNoMatchingRelease ? ExitCode.OK : ExitCode.USAGE_OR_NO_MATCH;
        }
        boolean v0 = releases.get(0).state().compat() == Compat.V0;
        if (!output.isEmpty() && !output.equals("json") && !v0) {
            throw new UsageException("invalid output format \"" + output + "\": must be 'json'");
        }
        console.out().print(output.equals("json") ? ReleaseList.json(rows) : ReleaseList.table(rows, !v0));
        return ExitCode.OK;
    }
}
