package decs.cli.chart;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.Verb;
import decs.helm.packaging.VerifyChart;
import decs.helm.sign.Keyring;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decs helm verify}. */
@Command(name = "verify", description = "Check a packed chart against its .prov")
final class VerifyCommand implements Verb {
    @Mixin
    HelmOptions helm;

    @Parameters(paramLabel = "PATH", arity = "0..*")
    List<String> words = new ArrayList<>();

    @Option(names = "--keyring", paramLabel = "FILE", description = "the keys (GnuPG's pubring)")
    String keyring = "";

    @Override
    public int run(Console console) {
        Words.exactly(1, words, "verify", "PATH");
        Path keys = keyring.isEmpty()
                ? Keyring.usual(console.environment())
                : console.workingFolder().resolve(keyring);
        Path archive = Places.of(words.get(0), console);
        console.out()
                .print(new VerifyChart(console.host().clock())
                        .run(archive, keys)
                        .text());
        return ExitCode.OK;
    }
}
