package decs.cli.helmfile;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.Verb;
import decs.core.request.WriteValuesRequest;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code decs write-values}. */
@Command(name = "write-values", description = "Write the merged values of each release into a file")
final class WriteValuesCommand implements Verb {
    @Mixin
    GlobalOptions globals;

    @Mixin
    RunFlags run;

    @Option(
            names = "--output-file-template",
            paramLabel = "TEMPLATE",
            description = "the file of each release ({{ .State.BaseName }}-{{ .State.AbsPathSHA1 }}/{{ .Release.Name"
                    + " }}.yaml)")
    String fileTemplate = "";

    @Option(
            names = "--show-secrets",
            arity = "0..1",
            fallbackValue = "true",
            description = "write what encrypted files and references hold; else it is masked")
    boolean showSecrets;

    @Option(names = "--skip-cleanup", arity = "0..1", fallbackValue = "true", hidden = true)
    boolean skipCleanup;

    @Override
    public int run(Console console) {
        Opening opening = new Opening(globals, console);
        WriteValuesRequest request = new WriteValuesRequest(
                opening.target(),
                run.options(globals, opening),
                fileTemplate.isEmpty() ? Optional.empty() : Optional.of(fileTemplate),
                showSecrets);
        return opening.run(decs -> {
            decs.writeValues(request, opening.transcript(true));
            return ExitCode.OK;
        });
    }
}
