package decs.helm.action;

import decs.template.source.DecsException;
import decs.template.source.Source;
import decs.template.yaml.Yaml;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Whether Chart.yaml holds only fields that Helm knows, each once. */
final class StrictMetadata {
    private static final Set<String> FIELDS = Set.of(
            "name",
            "home",
            "sources",
            "version",
            "description",
            "keywords",
            "maintainers",
            "icon",
            "apiversion",
            "condition",
            "tags",
            "appversion",
            "deprecated",
            "annotations",
            "kubeversion",
            "dependencies",
            "type");
    private static final Set<String> DEPENDENCY =
            Set.of("name", "version", "repository", "condition", "tags", "enabled", "import-values", "alias");
    private static final Set<String> MAINTAINER = Set.of("name", "email", "url");

    private StrictMetadata() {}

    /** What a strict reader says; nothing when all is well. */
    static Optional<String> wrong(Source chartYaml) {
        try {
            return Yaml.readStrict(chartYaml) instanceof Map<?, ?> map
                    ? unknown(map, FIELDS)
                            .map(field -> "error unmarshaling JSON: while decoding JSON: json: unknown field \"" + field
                                    + "\"")
                    : Optional.empty();
        } catch (DecsException broken) {
            return Optional.of(withLine(broken));
        }
    }

    /** A key that is given twice is reported with its line, as one of several errors. */
    private static String withLine(DecsException broken) {
        String text = broken.getMessage();
        int key = text.indexOf("key \"");
        boolean twice = key >= 0 && text.endsWith("already set in map") && !text.contains("unmarshal errors");
        return twice && broken.problems().get(0).at().isPresent()
                ? text.substring(0, key) + "unmarshal errors:\n  line "
                        + broken.problems().get(0).at().get().line() + ": " + text.substring(key)
                : text;
    }

    private static Optional<String> unknown(Map<?, ?> map, Set<String> known) {
        TreeMap<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put(String.valueOf(key), value));
        for (Map.Entry<String, Object> field : sorted.entrySet()) {
            String name = field.getKey().toLowerCase(java.util.Locale.ROOT);
            if (!known.contains(name)) {
                return Optional.of(field.getKey());
            }
            Set<String> inner =
                    name.equals("dependencies") ? DEPENDENCY : name.equals("maintainers") ? MAINTAINER : null;
            if (inner != null && field.getValue() instanceof List<?> items) {
                for (Object item : items) {
                    Optional<String> found =
                            item instanceof Map<?, ?> struct ? unknown(struct, inner) : Optional.empty();
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }
}
