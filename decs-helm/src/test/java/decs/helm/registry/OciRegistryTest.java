package decs.helm.registry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import decs.helm.archive.Digests;
import decs.helm.chart.ChartMetadata;
import decs.helm.chart.ChartYaml;
import decs.helm.chart.HelmVersion;
import decs.helm.http.Access;
import decs.helm.http.Http;
import decs.helm.http.LoopbackServer;
import decs.template.semver.Version;
import decs.template.source.DecsException;
import decs.template.source.Source;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("StringConcatToTextBlock") // escapes show where lines end
class OciRegistryTest {
    private final LoopbackRegistry there = new LoopbackRegistry();
    private Access access = Access.anonymous("");

    private final OciRegistry registry =
            new OciRegistry(new Http(Duration.ofSeconds(10), 0, Map.of()), new RegistryAccess() {
                @Override
                public Access access(String host) {
                    return access;
                }

                @Override
                public boolean plainHttp(String host) {
                    return true;
                }
            });

    @AfterEach
    void stop() {
        there.close();
    }

    private OciReference app() {
        return OciReference.parse("oci://" + there.server.host() + "/charts/app");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Push.Pushed push(String version) {
        ChartMetadata metadata = new ChartYaml(HelmVersion.V4)
                .read(Source.of(
                        "Chart.yaml",
                        "apiVersion: v2\nname: app\nversion: " + version
                                + "\n"
                                + "description: An app\n"
                                + "home: https://example.test\n"
                                + "maintainers: [{name: M, email: m@x}]\n"
                                + "annotations: {org.opencontainers.image.title: mine, b: c}"));
        return new Push(registry)
                .push(
                        app().withTag(version),
                        metadata,
                        bytes("archive " + version),
                        Optional.of(bytes("proof")),
                        Instant.EPOCH);
    }

    @Test
    void pushesWhatHelmPushes() {
        Push.Pushed pushed = push("1.2.3");
        String manifest = new String(there.manifests.get("1.2.3"), StandardCharsets.UTF_8);
        assertEquals("sha256:" + Digests.sha256(bytes(manifest)), pushed.digest());
        assertTrue(manifest.startsWith(
                "{\"schemaVersion\":2,\"config\":{\"mediaType\":\"application/vnd.cncf.helm.config.v1+json\","));
        assertTrue(
                manifest.endsWith("\"annotations\":{\"b\":\"c\",\"org.opencontainers.image.authors\":\"M (m@x)\","
                        + "\"org.opencontainers.image.created\":\"1970-01-01T00:00:00Z\",\"org.opencontainers.image.description\":\"An"
                        + " app\",\"org.opencontainers.image.title\":\"app\","
                        + "\"org.opencontainers.image.url\":\"https://example.test\","
                        + "\"org.opencontainers.image.version\":\"1.2.3\"}}"),
                manifest);
        assertEquals(3, there.blobs.size());
    }

    @Test
    void aLayerThatIsThereIsNotSentAgain() {
        push("1.2.3");
        int before = there.server.asked().size();
        push("1.2.3");
        long posts = there.server.asked().subList(before, there.server.asked().size()).stream()
                .filter(request -> request.startsWith("POST"))
                .count();
        assertEquals(0, posts);
    }

    @ParameterizedTest
    @CsvSource({
        "1.0.0, 1.0.0",
        "'', 2.1.0",
        "^1, 1.5.0+b.1",
        "~2.0, 2.0.0",
        "'>=3.0.0-0', 3.0.0-rc.1",
        "1.5.0+b.1, 1.5.0+b.1"
    })
    void pullsTheVersionThatIsMeant(String wanted, String found) {
        there.pageSize = 2;
        for (String version : new String[] {"1.0.0", "1.5.0+b.1", "2.0.0", "2.1.0", "3.0.0-rc.1"}) {
            push(version);
        }
        there.manifests.put("latest", bytes("{}"));
        OciRegistry.Pulled pulled = registry.pull(app(), wanted, true);
        assertArrayEquals(bytes("archive " + found), pulled.archive());
        assertArrayEquals(bytes("proof"), pulled.provenance().orElseThrow());
    }

    @Test
    void tagsAreVersionsNewestFirst() {
        push("1.0.0");
        push("1.10.0");
        push("1.9.0+x");
        there.manifests.put("not-a-version", bytes("{}"));
        assertEquals(
                "[1.10.0, 1.9.0+x, 1.0.0]",
                registry.versions(app()).stream()
                        .map(Version::original)
                        .toList()
                        .toString());
    }

    @Test
    void aDigestNamesExactlyOneChart() {
        Push.Pushed pushed = push("1.0.0");
        OciReference exact = OciReference.parse("oci://" + app() + "@" + pushed.digest());
        assertArrayEquals(
                bytes("archive 1.0.0"), registry.pull(exact, "", false).archive());
        there.manifests.put(pushed.digest(), bytes("{\"layers\":[]}"));
        DecsException moved = assertThrows(DecsException.class, () -> registry.pull(exact, "", false));
        assertTrue(moved.getMessage().contains(pushed.digest() + " wanted, sha256:"), moved.getMessage());
    }

    @Test
    void aLayerWithOtherBytesIsRefusedWithBothDigests() {
        push("1.0.0");
        String digest = "sha256:" + Digests.sha256(bytes("archive 1.0.0"));
        there.blobs.put(digest, bytes("something else"));
        DecsException refused = assertThrows(DecsException.class, () -> registry.pull(app(), "1.0.0", false));
        assertTrue(
                refused.getMessage().contains(digest + " wanted, sha256:" + Digests.sha256(bytes("something else"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"layers\":[{\"mediaType\":\"application/vnd.cncf.helm.chart.content.v1.tar+gzip\",\"digest\":\"../../x\"}]}",
                "{\"layers\":[{\"mediaType\":\"application/vnd.oci.image.layer.v1.tar\",\"digest\":\"sha256:00\"}]}",
                "{\"layers\":\"none\"}",
                "[]"
            })
    void aManifestOfSomethingElseIsRefused(String manifest) {
        there.manifests.put("1.0.0", bytes(manifest));
        assertThrows(DecsException.class, () -> registry.pull(app(), "1.0.0", false));
    }

    @Test
    void addressesThatALayerNamesAreNotFollowed() {
        try (LoopbackServer elsewhere = new LoopbackServer()) {
            String digest = "sha256:" + Digests.sha256(bytes("foreign"));
            elsewhere.file("/foreign", bytes("foreign"));
            there.manifests.put(
                    "1.0.0",
                    bytes("{\"layers\":[{\"mediaType\":\"" + MediaType.CHART + "\",\"digest\":\"" + digest
                            + "\",\"urls\":[\"" + elsewhere.url() + "/foreign\"]}]}"));
            assertThrows(DecsException.class, () -> registry.pull(app(), "1.0.0", false));
            assertEquals(0, elsewhere.asked().size());
        }
    }

    @Test
    void aBlobElsewhereIsFetchedWithoutTheLogin() {
        push("1.0.0");
        access = access.withCredentials("me", "secret");
        there.challenge = "Basic realm=\"x\"";
        there.wanted = "Basic bWU6c2VjcmV0";
        try (LoopbackServer elsewhere = new LoopbackServer()) {
            elsewhere.file("/blob", bytes("archive 1.0.0"));
            there.server.on((exchange, path) -> {
                if (!path.contains("/blobs/")) {
                    return there.answer(exchange, path);
                }
                exchange.getResponseHeaders().set("Location", elsewhere.url() + "/blob");
                LoopbackServer.send(exchange, 307, new byte[0]);
                return true;
            });
            assertArrayEquals(
                    bytes("archive 1.0.0"), registry.pull(app(), "1.0.0", false).archive());
            assertEquals(List.of("GET /blob"), elsewhere.asked());
        }
    }

    @Test
    void whatIsNotThereIsSaidWithTheNewestVersions() {
        push("1.0.0");
        DecsException missing = assertThrows(DecsException.class, () -> registry.pull(app(), ">4", false));
        assertEquals("could not locate a version matching provided version string >4", missing.getMessage());
        assertEquals("the newest: 1.0.0", missing.problems().get(0).hint().orElse(""));
        assertThrows(DecsException.class, () -> registry.pull(app(), "9.9.9", false));
    }

    @Test
    void basicLoginsAnswerABasicChallenge() {
        push("1.0.0");
        access = access.withCredentials("me", "secret");
        there.challenge = "Basic realm=\"x\"";
        there.wanted = "Basic bWU6c2VjcmV0";
        assertArrayEquals(
                bytes("archive 1.0.0"), registry.pull(app(), "", false).archive());
        assertTrue(registry.accepts(there.server.host()));
    }

    @Test
    void tokensComeFromTheTokenServer() {
        push("1.0.0");
        access = access.withCredentials("me", "secret");
        there.challenge = "Bearer realm=\"" + there.server.url()
                + "/token\",service=\"reg\",scope=\"repository:charts/app:pull\"";
        there.wanted = "Bearer abc";
        registry.pull(app(), "1.0.0", false);
        assertTrue(there.server
                .asked()
                .contains("GET /token?service=reg&scope=repository%3Acharts%2Fapp%3Apull as Basic bWU6c2VjcmV0"));
    }

    @Test
    void wrongLoginsAreToldWhereToLogIn() {
        push("1.0.0");
        there.challenge = "Basic realm=\"x\"";
        there.wanted = "nobody";
        access = access.withCredentials("me", "wrong");
        DecsException refused = assertThrows(DecsException.class, () -> registry.pull(app(), "1.0.0", false));
        assertTrue(refused.problems().get(0).hint().orElse("").startsWith("log in to "));
        assertFalse(registry.accepts(there.server.host()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"oci://host", "oci://host/", "oci://host/UP", "oci://host/a/../b", "oci://host/a@sha256:12"})
    void referencesThatAreNoneAreRefused(String text) {
        assertThrows(DecsException.class, () -> OciReference.parse(text));
    }
}
