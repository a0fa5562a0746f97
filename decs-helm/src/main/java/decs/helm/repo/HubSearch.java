package decs.helm.repo;

import decs.helm.http.Access;
import decs.helm.http.Call;
import decs.helm.http.Http;
import decs.helm.http.HttpProblem;
import decs.template.source.DecsException;
import decs.template.yaml.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Charts that a hub knows: Artifact Hub, or another server with the search of Monocular.
 *
 * <p>Mirrors: internal/monocular Client.Search
 */
public final class HubSearch {
    private static final String PLACE = "/api/chartsvc/v1/charts/search";

    private final Http http;

    public HubSearch(Http http) {
        this.http = http;
    }

    /**
     * A chart of a hub; texts that the hub does not give are empty.
     *
     * @param url the page about the chart
     */
    public record Found(
            String url,
            String version,
            String appVersion,
            String description,
            String repositoryUrl,
            String repositoryName) {}

    /** What a hub answers; {@code readable} is false when the answer was no list of charts, which Helm takes for none. */
    public record Answer(List<Found> found, boolean readable) {}

    /** Asks the hub at {@code endpoint} for {@code words}. */
    public Answer find(String endpoint, String words) {
        URI hub = address(endpoint);
        String base = hub.getPath() == null ? "" : hub.getPath().replaceAll("/+$", "");
        URI place = hub.resolve(base + PLACE + "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
        String answer;
        try {
            answer = new String(http.bytes(Call.get(place, Access.anonymous(endpoint))), StandardCharsets.UTF_8);
        } catch (HttpProblem failed) {
            throw new DecsException("unable to perform search against \"" + endpoint + "\"", failed.problems(), failed);
        }
        return read(endpoint, answer);
    }

    private static URI address(String endpoint) {
        String why;
        try {
            URI hub = URI.create(endpoint);
            if (hub.getHost() != null) {
                return hub;
            }
            why = "no hostname provided";
        } catch (IllegalArgumentException bad) {
            why = bad.getMessage();
        }
        throw new DecsException("unable to create connection to \"" + endpoint + "\": " + why);
    }

    private static Answer read(String endpoint, String text) {
        Object tree;
        try {
            tree = Json.read(text);
        } catch (DecsException noJson) {
            return new Answer(List.of(), false);
        }
        if (!(tree instanceof Map<?, ?> map && map.get("data") instanceof List<?> charts)) {
            return new Answer(List.of(), false);
        }
        List<Found> found = new ArrayList<>();
        charts.forEach(chart -> found.add(found(endpoint, chart)));
        return new Answer(found, true);
    }

    private static Found found(String endpoint, Object chart) {
        Object page = at(chart, "artifactHub", "packageUrl");
        String url = page instanceof String own ? own : endpoint + "/charts/" + text(chart, "id");
        String[] latest = {"relationships", "latestChartVersion", "data"};
        return new Found(
                url,
                text(at(chart, latest), "version"),
                text(at(chart, latest), "app_version"),
                text(chart, "attributes", "description"),
                text(chart, "attributes", "repo", "url"),
                text(chart, "attributes", "repo", "name"));
    }

    private static Object at(Object tree, String... keys) {
        Object at = tree;
        for (String key : keys) {
            at = at instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return at;
    }

    private static String text(Object tree, String... keys) {
        return at(tree, keys) instanceof String text ? text : "";
    }
}
