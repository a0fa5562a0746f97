package decs.helm.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import decs.template.source.DecsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Helm 4.3.1 says of certificates that cannot be used. */
class TlsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ''      | ''      | none    | can't read CA file: "none": open none: no such file or directory
        ''      | ''      | key     | failed to append certificates from pem block
        none    | none    | ''      | unable to read cert file: "none": open none: no such file or directory
        text    | none    | ''      | unable to read key file: "none": open none: no such file or directory
        text    | text    | ''      | unable to load cert from key pair: tls: failed to find any PEM data in certificate input
        key     | key     | ''      | unable to load cert from key pair: tls: failed to find certificate PEM data in certificate input, but did find a private key; PEM inputs may have been switched
        """)
    void refusals(String cert, String key, String authority, String words) throws IOException {
        Files.writeString(folder.resolve("text"), "nothing\n");
        Files.writeString(folder.resolve("key"), "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
        Access.Certificates files =
                new Access("", "", "", place(cert), place(key), place(authority), false, false).certificates();
        DecsException refused = assertThrows(DecsException.class, () -> Tls.contextFor(files));
        assertEquals(
                "can't create TLS config for client: " + words,
                refused.getMessage().replace(folder + "/", ""));
    }

    private String place(String name) {
        return name.isEmpty() ? "" : folder.resolve(name).toString();
    }
}
