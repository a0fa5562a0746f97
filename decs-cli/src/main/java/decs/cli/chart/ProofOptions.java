package decs.cli.chart;

import decs.cli.frame.Console;
import decs.helm.dependency.DependencyTools.Proofs;
import decs.helm.packaging.VerifyChart;
import decs.helm.repo.FetchedArchive;
import decs.helm.repo.Proof;
import decs.helm.sign.Keyring;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Whether charts have to be signed, and whose keys count. */
final class ProofOptions {
    @Option(
            names = "--verify",
            arity = "0..1",
            fallbackValue = "true",
            description = "only a chart that one of the keys signed")
    boolean verify;

    @Option(names = "--keyring", paramLabel = "FILE", description = "the keys (GnuPG's pubring)")
    String keyring = "";

    Path keyring(Console console) {
        return keyring.isEmpty()
                ? Keyring.usual(console.environment())
                : console.workingFolder().resolve(keyring);
    }

    Proof wanted() {
        return verify ? Proof.NEEDED : Proof.NONE;
    }

    /** Checks a local archive, when signatures are wanted. */
    void checkFile(Path archive, Console console) {
        if (verify) {
            new VerifyChart(console.host().clock()).run(archive, keyring(console));
        }
    }

    Proofs on(Console console) {
        if (!verify) {
            return Proofs.NONE;
        }
        Path keys = keyring(console);
        VerifyChart check = new VerifyChart(console.host().clock());
        return new Proofs() {
            @Override
            public Proof wanted() {
                return Proof.NEEDED;
            }

            @Override
            public void check(FetchedArchive archive) {
                check.check(
                        archive.fileName(),
                        archive.bytes(),
                        archive.provenance().orElseThrow(),
                        keys);
            }
        };
    }
}
