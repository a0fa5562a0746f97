package decs.helm.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import decs.template.source.DecsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("StringConcatToTextBlock") // escapes show where lines end
class LoginsTest {
    @TempDir
    Path folder;

    private Logins logins() {
        return new Logins(
                folder.resolve("config.json"),
                Map.of("DOCKER_CONFIG", folder.resolve("docker").toString()));
    }

    @Test
    void aLoginIsKeptAsHelmKeepsIt() throws IOException {
        logins().keep("127.0.0.1:5000", new Logins.Login("a", "b"));
        assertEquals(
                "{\n\t\"auths\": {\n\t\t\"127.0.0.1:5000\": {\n\t\t\t\"auth\": \"YTpi\"\n\t\t}\n\t}\n}",
                Files.readString(folder.resolve("config.json")));
        assertEquals(Optional.of(new Logins.Login("a", "b")), logins().find("127.0.0.1:5000"));
        logins().forget("127.0.0.1:5000");
        assertEquals("{\n\t\"auths\": {}\n}", Files.readString(folder.resolve("config.json")));
    }

    @Test
    void whatElseIsInTheFileStays() throws IOException {
        Files.writeString(
                folder.resolve("config.json"), "{\"auths\":{\"x\":{\"auth\":\"Yzpk\"}},\"HttpHeaders\":{\"a\":\"b\"}}");
        logins().keep("y", new Logins.Login("a", "b"));
        assertEquals(Optional.of(new Logins.Login("c", "d")), logins().find("x"));
        assertTrue(Files.readString(folder.resolve("config.json")).contains("HttpHeaders"));
    }

    @Test
    void dockersLoginsAreReadToo() throws IOException {
        Files.createDirectories(folder.resolve("docker"));
        Files.writeString(
                folder.resolve("docker/config.json"),
                "{\"auths\":{\"https://reg.test\":{\"auth\":\"dTpwOnE=\"},\"tok.test\":{\"identitytoken\":\"t\"},\"none\":{}}}");
        assertEquals(Optional.of(new Logins.Login("u", "p:q")), logins().find("reg.test"));
        assertEquals(Optional.of(new Logins.Login("", "t")), logins().find("tok.test"));
        assertEquals(Optional.empty(), logins().find("none"));
    }

    @Test
    void aHelperThatIsMissingOrNoNameIsSaid() throws IOException {
        Files.writeString(folder.resolve("config.json"), "{\"credHelpers\":{\"a\":\"not-there\",\"b\":\"../x\"}}");
        DecsException missing = assertThrows(DecsException.class, () -> logins().find("a"));
        assertTrue(missing.getMessage().startsWith("cannot run docker-credential-not-there"), missing.getMessage());
        DecsException noName = assertThrows(DecsException.class, () -> logins().find("b"));
        assertEquals("\"../x\" is no name of a credential helper", noName.getMessage());
    }
}
