package decs.cli.helmfile;

import decs.core.plan.NeedsOptions;
import decs.core.request.HelmFlags;
import decs.core.request.RunOptions;
import decs.helm.values.ValuesOptions;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options of every verb that works on releases. */
final class RunFlags {
    @Option(
            names = "--concurrency",
            paramLabel = "N",
            description = "releases at work at once; 0 is as many as is good")
    int concurrency;

    @Option(names = "--set", paramLabel = "K=V,...", description = "values of every release, typed; repeat for more")
    List<String> set = new ArrayList<>();

    @Option(names = "--values", paramLabel = "FILE,...", description = "values files of every release")
    List<String> values = new ArrayList<>();

    @Option(names = "--args", paramLabel = "FLAGS", description = "helm's own flags")
    String args = "";

    @Option(
            names = "--skip-needs",
            arity = "0..1",
            fallbackValue = "true",
            description = "leave needs out that are not selected (true)")
    Boolean skipNeeds;

    @Option(names = "--include-needs", arity = "0..1", fallbackValue = "true", description = "add what is needed")
    boolean includeNeeds;

    @Option(
            names = "--include-transitive-needs",
            arity = "0..1",
            fallbackValue = "true",
            description = "the same: needs of needs are always added")
    boolean includeTransitiveNeeds;

    @Option(
            names = "--enforce-needs-are-installed",
            arity = "0..1",
            fallbackValue = "true",
            description = "fail when something needed has installed: false")
    boolean enforceNeeds;

    RunOptions options(GlobalOptions globals, Opening opening) {
        boolean include = includeNeeds || includeTransitiveNeeds;
        boolean skip = !include && (skipNeeds == null || skipNeeds);
        return new RunOptions(
                concurrency,
                new NeedsOptions(skip, include, enforceNeeds),
                ValuesOptions.of(files(), set),
                globals.skipDeps,
                new HelmFlags(words(args), List.of(), List.of(), List.of()),
                opening.interactive());
    }

    /** The same with flags for one kind of call. */
    RunOptions options(GlobalOptions globals, Opening opening, String templateArgs, String syncArgs, String diffArgs) {
        return options(globals, opening)
                .withFlags(new HelmFlags(words(args), words(templateArgs), words(syncArgs), words(diffArgs)));
    }

    private static List<String> words(String flags) {
        return flags.isBlank() ? List.of() : List.of(flags.strip().split(" +"));
    }

    private List<String> files() {
        return values.stream()
                .flatMap(list -> List.of(list.split(",")).stream())
                .toList();
    }
}
