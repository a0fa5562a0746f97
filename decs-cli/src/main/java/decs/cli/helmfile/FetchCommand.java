package decs.cli.helmfile;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.Verb;
import decs.core.request.FetchRequest;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code decs fetch}. */
@Command(name = "fetch", description = "Download the releases' charts")
final class FetchCommand implements Verb {
    @Mixin
    GlobalOptions globals;

    @Mixin
    RunFlags run;

    @Option(names = "--output-dir", paramLabel = "DIR", description = "where they go; else into the cache only")
    String outputDir = "";

    @Option(names = "--output-dir-template", paramLabel = "TEMPLATE", description = "the folder of each release")
    String outputDirTemplate = "";

    @Override
    public int run(Console console) {
        Opening opening = new Opening(globals, console);
        FetchRequest request = new FetchRequest(
                opening.target(), run.options(globals, opening), given(outputDir), given(outputDirTemplate));
        return opening.run(decs -> {
            decs.fetch(request, opening.transcript(true));
            return ExitCode.OK;
        });
    }

    private static Optional<String> given(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
