package decs.helm.action;

import decs.template.source.DecsException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which kinds of which API versions are deprecated, since when and until when. */
final class DeprecatedApis {
    private final Map<String, Api> apis = new HashMap<>();

    private record Api(int[] since, String until, String instead) {}

    DeprecatedApis() {
        try (InputStream in = DeprecatedApis.class.getResourceAsStream("deprecated-apis.txt")) {
            if (in == null) {
                throw new DecsException("the table of deprecated APIs is missing from this build");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(this::add);
        } catch (IOException unreadable) {
            throw new DecsException("cannot read the table of deprecated APIs", unreadable);
        }
    }

    private void add(String line) {
        String[] fields = line.split(" ", 5);
        apis.put(fields[0] + " " + fields[1], new Api(version(fields[2]), fields[3], fields[4]));
    }

    private static int[] version(String text) {
        int dot = text.indexOf('.');
        return new int[] {Integer.parseInt(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1))};
    }

    /** What to say of an object under a version of Kubernetes, such as {@code 1.30}; nothing for one that is current. */
    Optional<String> warning(String apiVersion, String kind, int major, int minor) {
        Api api = apis.get(apiVersion + " " + kind);
        if (api == null || major < api.since()[0] || (major == api.since()[0] && minor < api.since()[1])) {
            return Optional.empty();
        }
        return Optional.of(apiVersion + " " + kind + " is deprecated in v" + api.since()[0] + "." + api.since()[1] + "+"
                + (api.until().equals("-") ? "" : ", unavailable in v" + api.until() + "+")
                + (api.instead().equals("-") ? "" : "; use " + api.instead()));
    }
}
