package decs.cli.helmfile;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.Verb;
import decs.core.plan.Releases;
import decs.core.request.FetchRequest;
import decs.core.text.Build;
import decs.template.source.DecsException;
import java.util.List;
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

    @Option(
            names = "--write-output",
            arity = "0..1",
            fallbackValue = "true",
            description = "print the state with the charts where they are now; needs --output-dir")
    boolean writeOutput;

    @Override
    public int run(Console console) {
        if (writeOutput && outputDir.isEmpty()) {
            throw new DecsException("--output-dir is required when --write-output is set");
        }
        Opening opening = new Opening(globals, console);
        FetchRequest request = new FetchRequest(
                opening.target(), run.options(globals, opening), given(outputDir), given(outputDirTemplate));
        return opening.run(decs -> {
            List<Releases> fetched = decs.fetch(request, opening.transcript(true));
            if (writeOutput) {
                fetched.forEach(releases -> opening.print(Build.of(releases, globals.helm())));
            }
            return ExitCode.OK;
        });
    }

    private static Optional<String> given(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
