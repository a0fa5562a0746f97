package decs.core.load;

import decs.template.source.DecsException;
import decs.template.source.Source;
import decs.template.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Template text in a plain file that helmfile 1.x does not render: it is taken as it stands, where helmfile 0.x would
 * have rendered it. What charts are to render themselves, in inline values and patches, only counts when it speaks of the
 * environment.
 */
final class LiteralTemplates {
    private static final Set<String> EXPANDED_LATER = Set.of(
            "name",
            "chart",
            "namespace",
            "version",
            "waitTemplate",
            "installedTemplate",
            "verifyTemplate",
            "conditionTemplate",
            "labels",
            "postRendererArgs",
            "valuesTemplate",
            "secrets",
            "setTemplate",
            "needs",
            "hooks");
    private static final Set<String> FOR_CHARTS =
            Set.of("values", "jsonPatches", "strategicMergePatches", "transformers");

    private LiteralTemplates() {}

    /** A line about the first of them; empty when there is none. */
    static Optional<String> notice(StateText text) {
        for (Source part : text.parts()) {
            if (!part.text().contains("{{")) {
                continue;
            }
            try {
                for (YamlNode document : YamlNode.readAll(part)) {
                    Optional<YamlNode.Scalar> found = find(document, List.of());
                    if (found.isPresent()) {
                        return Optional.of(
                                found.get().at() + ": helmfile 1.x takes this template text as it stands, for"
                                        + " the file's name does not end in .gotmpl (--compat v0 renders it)");
                    }
                }
            } catch (DecsException noYaml) {
                return Optional.empty(); // told by whoever reads it
            }
        }
        return Optional.empty();
    }

    private static Optional<YamlNode.Scalar> find(YamlNode node, List<String> path) {
        if (node instanceof YamlNode.Scalar scalar) {
            return isLiteral(scalar.text(), path) ? Optional.of(scalar) : Optional.empty();
        }
        if (node instanceof YamlNode.Sequence list) {
            return list.items().stream()
                    .flatMap(item -> find(item, path).stream())
                    .findFirst();
        }
        return ((YamlNode.Mapping) node)
                .entries().stream()
                        .flatMap(entry -> {
                            List<String> below = new ArrayList<>(path);
                            below.add(entry.key());
                            return find(entry.value(), below).stream();
                        })
                        .findFirst();
    }

    private static boolean isLiteral(String text, List<String> path) {
        if (!text.contains("{{")) {
            return false;
        }
        if (text.contains("{{`")) {
            return true;
        }
        String root = path.isEmpty() ? "" : path.get(0);
        int at = root.equals("templates") ? 2 : 1;
        String field = path.size() > at ? path.get(at) : "";
        boolean ofRelease = root.equals("releases") || root.equals("templates");
        if (ofRelease && FOR_CHARTS.contains(field)) {
            boolean inside = path.size() > at + 1;
            return inside && (text.contains(".Environment.") || text.contains(".StateValues."));
        }
        boolean later = root.equals("hooks")
                || (ofRelease && EXPANDED_LATER.contains(field))
                || (root.equals("helmDefaults") && field.equals("postRendererArgs"));
        return !later;
    }
}
