package decs.cli.helmfile;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code decs init}: helmfile looks for helm and its plugins here; decs has all of that in it. */
@Command(name = "init", description = "Nothing to install: decs needs no helm, no plugins")
final class InitCommand implements Verb {
    @Mixin
    GlobalOptions globals;

    @Option(names = "--force", arity = "0..1", fallbackValue = "true", hidden = true)
    boolean force;

    @Override
    public int run(Console console) {
        console.err().println("helmfile initialization completed!");
        return ExitCode.OK;
    }
}
