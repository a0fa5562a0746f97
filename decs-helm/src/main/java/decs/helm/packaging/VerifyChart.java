package decs.helm.packaging;

import decs.helm.sign.Keyring;
import decs.helm.sign.Provenance;
import decs.helm.sign.Verification;
import decs.template.source.DecsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/**
 * {@code helm verify}: a packed chart against the .prov beside it; without one it fails.
 *
 * <p>Mirrors: downloader.VerifyChart
 */
public final class VerifyChart {
    private final Clock clock;

    public VerifyChart(Clock clock) {
        this.clock = clock;
    }

    /** @throws DecsException with Helm's text when anything is missing or wrong */
    public Verification run(Path archive, Path keyring) {
        if (!Files.exists(archive)) {
            throw new DecsException("stat " + archive + ": no such file or directory");
        }
        if (Files.isDirectory(archive)) {
            throw new DecsException("unpacked charts cannot be verified");
        }
        if (!isPacked(archive)) {
            throw new DecsException("chart must be a tgz file");
        }
        Path proof = archive.resolveSibling(archive.getFileName() + ".prov");
        if (!Files.exists(proof)) {
            throw new DecsException(
                    "could not load provenance file " + proof + ": stat " + proof + ": no such file or directory");
        }
        return check(archive.getFileName().toString(), read(archive), read(proof), keyring);
    }

    /** Checks bytes that were fetched. */
    public Verification check(String fileName, byte[] archive, byte[] proof, Path keyring) {
        Keyring keys;
        try {
            keys = Keyring.load(keyring);
        } catch (DecsException unusable) {
            throw new DecsException("failed to load keyring: " + unusable.getMessage(), unusable.problems(), unusable);
        }
        return new Provenance(clock).verify(keys, fileName, archive, proof);
    }

    private static boolean isPacked(Path archive) {
        String name = archive.getFileName().toString();
        return name.endsWith(".tgz") || name.endsWith(".tar.gz");
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new DecsException("open " + file + ": " + unreadable.getMessage(), unreadable);
        }
    }
}
