package decs.helm.repo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import decs.helm.http.Http;
import decs.helm.http.LoopbackServer;
import decs.template.source.DecsException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HubSearchTest {
    private static final String CHARTS = """
        {"data": [
          {"id": "shop/db",
           "artifactHub": {"packageUrl": "https://hub.test/packages/shop/db"},
           "attributes": {"description": "A database", "repo": {"name": "shop", "url": "https://shop.test"}},
           "relationships": {"latestChartVersion": {"data": {"version": "1.2.3", "app_version": "16"}}}},
          {"id": "other/web", "relationships": {"latestChartVersion": {"data": {"version": "0.1.0"}}}}]}
        """;

    private final LoopbackServer server = new LoopbackServer();
    private final HubSearch search = new HubSearch(new Http(Duration.ofSeconds(10), 0, Map.of()));

    @AfterEach
    void stop() {
        server.close();
    }

    private void answers(String path, String body) {
        server.file(path, body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void chartsHaveTheHubsPageOrOneMadeOfTheirName() {
        answers("/api/chartsvc/v1/charts/search?q=db+%26+web", CHARTS);
        assertEquals(
                List.of(
                        new HubSearch.Found(
                                "https://hub.test/packages/shop/db",
                                "1.2.3",
                                "16",
                                "A database",
                                "https://shop.test",
                                "shop"),
                        new HubSearch.Found(server.url() + "/charts/other/web", "0.1.0", "", "", "", "")),
                search.find(server.url(), "db & web").found());
    }

    @Test
    void aHubMayLieBelowAPath() {
        answers("/hub/api/chartsvc/v1/charts/search?q=", CHARTS);
        assertEquals(2, search.find(server.url() + "/hub/", "").found().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "{}", "{\"data\": nope", "[]"})
    void whatIsNoListOfChartsIsNoneAndSaidSo(String body) {
        answers("/api/chartsvc/v1/charts/search?q=x", body);
        HubSearch.Answer answer = search.find(server.url(), "x");
        assertTrue(answer.found().isEmpty() && !answer.readable());
    }

    @ParameterizedTest
    @CsvSource({
        "nope, unable to create connection to \"nope\": no hostname provided",
        "http://127.0.0.1:1, unable to perform search against \"http://127.0.0.1:1\""
    })
    void aHubThatIsNoneIsNamed(String endpoint, String text) {
        DecsException refused = assertThrows(DecsException.class, () -> search.find(endpoint, "x"));
        assertEquals(text, refused.getMessage());
    }
}
