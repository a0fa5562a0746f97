package decs.cli.helmfile;

import decs.cli.frame.Console;
import decs.cli.frame.DriftFlags;
import decs.cli.frame.Verb;
import decs.core.request.DriftRequest;
import decs.helm.action.ReleaseDrift;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code decs drift}. */
@Command(name = "drift", description = "Compare live objects with what was released; exit code 2 where they differ")
final class DriftCommand implements Verb {
    @Mixin
    GlobalOptions globals;

    @Mixin
    RunFlags run;

    @Mixin
    DriftFlags flags;

    @Override
    public int run(Console console) {
        Opening opening = new Opening(globals, console);
        DriftRequest request = new DriftRequest(opening.target(), run.options(globals, opening), flags.rules());
        return opening.run(decs -> {
            List<ReleaseDrift> found = decs.drift(
                    request, flags.showsSecrets() ? opening.unmaskedTranscript() : opening.transcript(false));
            opening.print(flags.text(found));
            return DriftFlags.exitCode(found);
        });
    }
}
