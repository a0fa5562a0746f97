package decs.cli;

import decs.core.load.LoadRequest;
import decs.core.plan.Releases;
import decs.core.text.Build;
import java.util.List;
import picocli.CommandLine.Mixin;

/** {@code decs build}. */
@picocli.CommandLine.Command(name = "build", description = "Print the resolved state as YAML")
final class BuildCommand implements Command {
    @Mixin
    GlobalOptions globals;

    @Override
    public int run(Console console) {
        LoadRequest request = Loading.request(globals, console);
        List<Releases> releases = Loading.releases(request);
        if (releases.stream()
                .allMatch(each ->
                        each.selected().isEmpty() && each.state().nested().isEmpty())) {
            console.err().println(Loading.noMatch(request));
            return globals.allowNoMatchingRelease ? ExitCode.OK : ExitCode.USAGE_OR_NO_MATCH;
        }
        String helm = globals.helmBinary.isEmpty() ? "helm" : globals.helmBinary;
        releases.forEach(each -> console.out().print(Build.of(each, helm)));
        return ExitCode.OK;
    }
}
