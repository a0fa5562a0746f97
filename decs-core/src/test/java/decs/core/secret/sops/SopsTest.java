package decs.core.secret.sops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import decs.template.gofmt.GoString;
import decs.template.source.DecsException;
import decs.template.source.Source;
import decs.template.yaml.Json;
import decs.template.yaml.Yaml;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that sops 3.13.3 encrypted, beside the files that it encrypted. */
class SopsTest {
    private static Path folder() {
        try {
            return Path.of(SopsTest.class.getResource("/decs/core/secret/sops").toURI());
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String read(String name) throws IOException {
        return GoString.of(Files.readAllBytes(folder().resolve(name)));
    }

    private static SopsKeys age() {
        return SopsKeys.of(
                Map.of("SOPS_AGE_KEY_FILE", folder().resolve("keys.txt").toString()));
    }

    private static SopsKeys variable(String name, String file) {
        return SopsKeys.of(Map.of(name, folder().resolve(file).toString()));
    }

    @ParameterizedTest
    @CsvSource({"age.yaml", "pgp.yaml", "shamir.yaml", "mac-only-encrypted.yaml"})
    void yamlValuesAndText(String name) throws IOException {
        SopsKeys keys =
                switch (name) {
                    case "pgp.yaml" -> variable("GNUPGHOME", "gpg");
                    case "shamir.yaml" ->
                        SopsKeys.of(Map.of("SOPS_AGE_KEY", read("keys.txt") + read("second-keys.txt")));
                    default -> age();
                };
        Sops.Decrypted file = Sops.decrypt(read(name), SopsFormat.YAML, keys);
        Object want =
                Yaml.readV3(Source.of("a.yaml", read("plain/a.yaml").replace("2020-01-02", "2020-01-02T00:00:00Z")));
        assertEquals(Yaml.writeV3(want), Yaml.writeV3(file.values()));
        assertEquals(Yaml.writeV3(want), Yaml.writeV3(Yaml.readV3(Source.of("text", file.text()))));
        assertTrue(file.text().startsWith("# top comment\n"), file.text());
        assertTrue(file.text().contains("    # in list\n"), file.text());
        assertTrue(file.text().contains("multi: |\n"), file.text());
    }

    @Test
    void everyDocumentOfAFile() throws IOException {
        Sops.Decrypted file = Sops.decrypt(read("documents.yaml"), SopsFormat.YAML, age());
        assertEquals("x: 1\n---\n\"y\": two\n", file.text());
    }

    @Test
    void jsonByAgeAndBySshKeys() throws IOException {
        Object want = Json.read(read("plain/a.json"));
        for (String name : new String[] {"age.json", "ssh-ed25519.json", "ssh-rsa.json"}) {
            SopsKeys keys = name.startsWith("ssh")
                    ? variable("SOPS_AGE_SSH_PRIVATE_KEY_FILE", name.contains("rsa") ? "id_rsa" : "id_ed25519")
                    : age();
            Sops.Decrypted file = Sops.decrypt(read(name), SopsFormat.JSON, keys);
            assertEquals(Json.write(want), Json.write(Json.read(file.text())), name);
        }
    }

    @Test
    void dotenvIniAndBinary() throws IOException {
        assertEquals(
                read("plain/a.env"),
                Sops.decrypt(read("age.env"), SopsFormat.DOTENV, age()).text());
        assertEquals(
                "[sec]\na = b\nn = 5\n\n[other]\nx = y z\n",
                Sops.decrypt(read("age.ini"), SopsFormat.INI, age()).text());
        assertEquals(
                read("plain/a.bin"),
                Sops.decrypt(read("age.bin"), SopsFormat.BINARY, age()).text());
    }

    @Test
    void refusesWhatWasChanged() throws IOException {
        String text = read("age.yaml");
        assertTrue(failure(text.replace("g_unencrypted: plain", "g_unencrypted: other"))
                .startsWith("MAC mismatch. File has "));
        assertTrue(failure(text.replace("g_unencrypted: plain\n", "")).startsWith("MAC mismatch. File has "));
        String moved = text.replaceFirst("\na: ENC", "\nz: ENC");
        assertEquals("sops: the value of z cannot be decrypted: it was changed or moved", failure(moved));
        assertEquals(
                "sops: the value of a is not encrypted: it was changed by hand",
                failure(text.replaceFirst("\na: ENC.*", "\na: by hand")));
        assertTrue(failure(text.replaceFirst("lastmodified: \"2026", "lastmodified: \"2025"))
                .contains("authentication code cannot be decrypted"));
    }

    @Test
    void saysWhichKeysWouldFit() throws IOException {
        String message = assertThrows(
                        DecsException.class,
                        () -> Sops.decrypt(read("age.yaml"), SopsFormat.YAML, SopsKeys.of(Map.of())))
                .getMessage();
        assertTrue(message.startsWith("sops: no data key: 1 successful groups required, got 0\n  - age age1"), message);
        assertTrue(message.contains("no age identity was found"), message);
    }

    @Test
    void oneShareOfTwoIsNotEnough() {
        String message = assertThrows(
                        DecsException.class, () -> Sops.decrypt(read("shamir.yaml"), SopsFormat.YAML, age()))
                .getMessage();
        assertTrue(message.startsWith("sops: no data key: 2 successful groups required, got 1\n"), message);
    }

    private static String failure(String text) {
        return assertThrows(DecsException.class, () -> Sops.decrypt(text, SopsFormat.YAML, age()))
                .getMessage();
    }
}
