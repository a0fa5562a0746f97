package decs.helm.repo;

import decs.template.semver.Constraint;
import decs.template.semver.Version;
import decs.template.source.DecsException;
import decs.template.source.Problem;
import decs.template.source.Source;
import decs.template.source.Suggestion;
import decs.template.yaml.Yaml;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A repository's index.yaml: the versions of each chart, newest first. Entries that are broken are left out and named in
 * {@link #warnings()}, as Helm does, so that one bad entry never hides the others.
 */
public record RepositoryIndex(String origin, Map<String, List<ChartVersion>> entries, List<String> warnings) {
    private static final int SHOWN_VERSIONS = 5;

    public RepositoryIndex {
        entries = Map.copyOf(entries);
        warnings = List.copyOf(warnings);
    }

    /** Reads an index; {@code origin} names it in errors, without credentials. */
    public static RepositoryIndex read(String origin, String text) {
        Object tree = Yaml.read(Source.of(origin, text));
        if (tree == null) {
            throw new DecsException("empty index.yaml file");
        }
        if (!(tree instanceof Map<?, ?> map)) {
            throw new DecsException(Problem.of(origin + " is no repository index: a mapping was expected")
                    .withHint("check the repository's URL: it must be the folder that holds index.yaml"));
        }
        if (!(map.get("apiVersion") instanceof String version) || version.isEmpty()) {
            throw new DecsException("no API version specified");
        }
        List<String> warnings = new ArrayList<>();
        Map<String, List<ChartVersion>> entries = new LinkedHashMap<>();
        if (map.get("entries") instanceof Map<?, ?> charts) {
            charts.forEach((name, versions) ->
                    entries.put(String.valueOf(name), versions(origin, String.valueOf(name), versions, warnings)));
        }
        return new RepositoryIndex(origin, entries, warnings);
    }

    private static List<ChartVersion> versions(String origin, String name, Object list, List<String> warnings) {
        List<ChartVersion> versions = new ArrayList<>();
        if (list instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                Optional<ChartVersion> version = version(items.get(i));
                if (version.isPresent()) {
                    versions.add(version.get());
                } else {
                    warnings.add("skipping loading invalid entry for chart \"" + name + "\" number " + i + " from "
                            + origin);
                }
            }
        }
        versions.sort(Comparator.comparing(ChartVersion::version).reversed());
        return List.copyOf(versions);
    }

    private static Optional<ChartVersion> version(Object item) {
        if (!(item instanceof Map<?, ?> map)
                || !(map.get("name") instanceof String name)
                || name.isEmpty()
                || name.contains("/")) {
            return Optional.empty();
        }
        List<String> urls = map.get("urls") instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
        return Version.tryParse(text(map, "version"))
                .map(version -> new ChartVersion(
                        name,
                        version,
                        text(map, "appVersion"),
                        text(map, "description"),
                        urls,
                        text(map, "digest"),
                        text(map, "created"),
                        Boolean.TRUE.equals(map.get("deprecated"))));
    }

    private static String text(Map<?, ?> map, String key) {
        Object value = map.get(key);
        return value instanceof String text ? text : "";
    }

    /**
     * The version of {@code chart} that {@code wanted} asks for: the one written exactly so, else the newest that
     * satisfies it as a constraint; the newest release when {@code wanted} is empty.
     *
     * @throws DecsException in Helm's words, with the nearest names or versions
     */
    public ChartVersion find(String chart, String wanted, boolean devel) {
        List<ChartVersion> versions = entries.get(chart);
        if (versions == null || versions.isEmpty()) {
            throw noChart(chart);
        }
        for (ChartVersion version : versions) {
            if (version.version().original().equals(wanted)) {
                return version;
            }
        }
        String text = !wanted.isEmpty() ? wanted : devel ? ">0.0.0-0" : "*";
        Constraint constraint = Constraint.parse(text);
        return versions.stream()
                .filter(version -> constraint.check(version.version()))
                .findFirst()
                .orElseThrow(() -> noVersion(chart, wanted, versions));
    }

    private DecsException noChart(String chart) {
        Problem problem = Problem.of("no chart name found: " + chart + " is not in " + origin);
        String hint = Suggestion.nearest(chart, entries.keySet())
                .map(near -> "did you mean " + near + "?")
                .orElse("the repository has " + entries.size() + " charts");
        return new DecsException(
                "chart \"" + chart + "\" not found in " + origin, List.of(problem.withHint(hint)), null);
    }

    private DecsException noVersion(String chart, String wanted, List<ChartVersion> versions) {
        String near = versions.stream()
                .limit(SHOWN_VERSIONS)
                .map(version -> version.version().original())
                .collect(Collectors.joining(", "));
        String text = "chart \"" + chart + "\" matching version \"" + wanted + "\" not found in " + origin
                + " (no chart version found for " + chart + "-" + wanted + ")";
        String hint = "the newest of its " + versions.size() + " versions: " + near;
        return new DecsException(text, List.of(Problem.of(text).withHint(hint)), null);
    }
}
