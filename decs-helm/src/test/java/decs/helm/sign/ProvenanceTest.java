package decs.helm.sign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import decs.helm.chart.ChartMetadata;
import decs.helm.chart.ChartYaml;
import decs.helm.chart.HelmVersion;
import decs.template.source.DecsException;
import decs.template.source.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("StringConcatToTextBlock") // escapes show where lines end
class ProvenanceTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
    private static final byte[] ARCHIVE = "an archive".getBytes(StandardCharsets.UTF_8);
    private static PGPSecretKeyRing packer;
    private static PGPSecretKeyRing stranger;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeKeys() throws PGPException {
        packer = TestKeys.make("Packer <packer@example.test>", Instant.parse("2026-01-01T00:00:00Z"), 30 * 86400, "");
        stranger = TestKeys.make("Stranger <stranger@example.test>", Instant.parse("2026-01-01T00:00:00Z"), 0, "open");
    }

    private Path file(String name, byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return Files.write(folder.resolve(name), all.toByteArray());
    }

    private static ChartMetadata metadata() {
        return new ChartYaml(HelmVersion.V4)
                .read(Source.of(
                        "Chart.yaml", "apiVersion: v2\nname: app\nversion: 1.0.0\ndescription: \"- dashed\"\n"));
    }

    private static byte[] publicKeys(PGPSecretKeyRing ring) throws IOException {
        return ring.toCertificate().getEncoded();
    }

    private byte[] signed() throws IOException {
        SigningKey key = Keyring.load(file("secring.gpg", packer.getEncoded())).signingKey("Packer", () -> "");
        return new Provenance(NOW).sign(key, metadata(), "app-1.0.0.tgz", ARCHIVE);
    }

    private Keyring ring() throws IOException {
        return Keyring.load(file("pubring.gpg", publicKeys(stranger), publicKeys(packer)));
    }

    @Test
    void whatIsSignedIsVerified() throws IOException {
        byte[] proof = signed();
        String text = new String(proof, StandardCharsets.UTF_8);
        assertTrue(text.startsWith("""
            -----BEGIN PGP SIGNED MESSAGE-----
            Hash: SHA512

            apiVersion: v2
            description: '- dashed'
            name: app
            version: 1.0.0

            ...
            files:
              app-1.0.0.tgz: sha256:\
            """), text);
        Verification found = new Provenance(NOW).verify(ring(), "app-1.0.0.tgz", ARCHIVE, proof);
        assertEquals(List.of("Packer <packer@example.test>"), found.signers());
        assertEquals(40, found.fingerprint().length());
        assertTrue(found.text().contains("\nChart Hash Verified: sha256:"));
    }

    @Test
    void keysAreReadInEveryForm() throws IOException {
        byte[] proof = signed();
        ByteArrayOutputStream armoured = new ByteArrayOutputStream();
        for (PGPSecretKeyRing ring : List.of(stranger, packer)) {
            try (ArmoredOutputStream out = ArmoredOutputStream.builder().build(armoured)) {
                out.write(publicKeys(ring));
            }
        }
        Provenance provenance = new Provenance(NOW);
        provenance.verify(Keyring.load(file("keys.asc", armoured.toByteArray())), "app-1.0.0.tgz", ARCHIVE, proof);
        provenance.verify(Keyring.load(file("secring.gpg", packer.getEncoded())), "app-1.0.0.tgz", ARCHIVE, proof);
    }

    @ParameterizedTest
    @CsvSource({
        "name: app, name: apq, openpgp: invalid signature: RSA verification failure",
        "sha256:, sha255:, openpgp: invalid signature: RSA verification failure",
        "Hash: SHA512, Comment: x, signature block not found",
        "-----BEGIN PGP SIGNATURE-----, '', signature block not found",
        "-----BEGIN PGP SIGNED MESSAGE-----, '', signature block not found",
        "'\n\n', '\n\nsigned: too\n', openpgp: invalid signature: RSA verification failure",
    })
    void aChangedProofIsRefused(String from, String to, String message) throws IOException {
        String changed = new String(signed(), StandardCharsets.UTF_8).replaceFirst(from, to);
        DecsException refused = assertThrows(DecsException.class, () -> new Provenance(NOW)
                .verify(ring(), "app-1.0.0.tgz", ARCHIVE, changed.getBytes(StandardCharsets.UTF_8)));
        assertEquals(message, refused.getMessage());
    }

    @Test
    void anotherArchiveIsRefusedWithBothDigests() throws IOException {
        byte[] proof = signed();
        DecsException refused = assertThrows(
                DecsException.class, () -> new Provenance(NOW).verify(ring(), "app-1.0.0.tgz", new byte[] {1}, proof));
        assertTrue(refused.getMessage().startsWith("sha256 sum does not match for app-1.0.0.tgz: \"sha256:"));
    }

    @Test
    void anotherNameIsRefused() throws IOException {
        byte[] proof = signed();
        DecsException refused = assertThrows(
                DecsException.class, () -> new Provenance(NOW).verify(ring(), "web-1.0.0.tgz", ARCHIVE, proof));
        assertEquals("provenance does not contain a SHA for a file named \"web-1.0.0.tgz\"", refused.getMessage());
    }

    @Test
    void aStrangersSignatureIsRefused() throws IOException {
        Keyring keys = Keyring.load(file("secring.gpg", stranger.getEncoded()));
        byte[] proof = new Provenance(NOW)
                .sign(keys.signingKey("Stranger", () -> "open"), metadata(), "app-1.0.0.tgz", ARCHIVE);
        Keyring known = Keyring.load(file("pubring.gpg", publicKeys(packer)));
        DecsException refused = assertThrows(
                DecsException.class, () -> new Provenance(NOW).verify(known, "app-1.0.0.tgz", ARCHIVE, proof));
        assertEquals("openpgp: signature made by unknown entity", refused.getMessage());
    }

    @Test
    void anExpiredKeyIsRefused() throws IOException {
        byte[] proof = signed();
        Clock later = Clock.fixed(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
        DecsException refused = assertThrows(
                DecsException.class, () -> new Provenance(later).verify(ring(), "app-1.0.0.tgz", ARCHIVE, proof));
        assertEquals("openpgp: key expired", refused.getMessage());
    }

    @Test
    void keysThatCannotSignAreSaid() throws IOException {
        Keyring both = Keyring.load(file("both.gpg", packer.getEncoded(), stranger.getEncoded()));
        assertEquals("private key not found", message(both, "nobody", ""));
        assertEquals("more than one key contain the id \"example.test\"", message(both, "example.test", ""));
        assertEquals("openpgp: invalid data: private key checksum failure", message(both, "Stranger", "wrong"));
        Keyring known = Keyring.load(file("pubring.gpg", publicKeys(packer)));
        assertEquals(
                "provided key is not a private key. Try providing a keyring with secret keys",
                message(known, "Packer", ""));
    }

    private static String message(Keyring keys, String name, String passphrase) {
        return assertThrows(DecsException.class, () -> keys.signingKey(name, () -> passphrase))
                .getMessage();
    }

    @Test
    void filesThatAreNoKeyringsAreSaid() throws IOException {
        assertThrows(DecsException.class, () -> Keyring.load(folder.resolve("missing")));
        for (String text : new String[] {"hello", "-----BEGIN PGP PUBLIC KEY", "\u0099\u0001"}) {
            Path file = file("broken", text.getBytes(StandardCharsets.ISO_8859_1));
            DecsException refused = assertThrows(DecsException.class, () -> Keyring.load(file));
            assertTrue(refused.getMessage().startsWith("openpgp: invalid data: "), refused.getMessage());
        }
    }
}
