package decs.core.kustomize;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which resources a patch is for; texts are regular expressions for the whole value, absent ones fit everything. */
record Target(
        Optional<String> group,
        Optional<String> version,
        Optional<String> kind,
        Optional<String> name,
        Optional<String> namespace,
        Optional<String> labels,
        Optional<String> annotations) {
    static Target read(Map<String, Object> spec) {
        return new Target(
                Tree.text(spec, "group"),
                Tree.text(spec, "version"),
                Tree.text(spec, "kind"),
                Tree.text(spec, "name"),
                Tree.text(spec, "namespace"),
                Tree.text(spec, "labelSelector"),
                Tree.text(spec, "annotationSelector"));
    }

    List<Resource> among(List<Resource> resources) {
        return resources.stream().filter(this::fits).toList();
    }

    private boolean fits(Resource resource) {
        Identity now = resource.identity();
        Identity before = resource.original();
        return (fits(namespace, before.effectiveNamespace()) || fits(namespace, now.effectiveNamespace()))
                && (fits(name, before.name()) || fits(name, now.name()))
                && fits(group, now.group())
                && fits(version, now.version())
                && fits(kind, now.kind())
                && selected(labels, Tree.map(resource.metadata().get("labels")))
                && selected(annotations, Tree.map(resource.metadata().get("annotations")));
    }

    private static boolean fits(Optional<String> pattern, String value) {
        return pattern.isEmpty()
                || pattern.get().isEmpty()
                || Pattern.compile(pattern.get()).matcher(value).matches();
    }

    /** A Kubernetes selector: {@code a=b}, {@code a!=b}, {@code a}, {@code !a}, {@code a in (b,c)}, with commas between. */
    private static boolean selected(Optional<String> selector, Map<String, Object> values) {
        if (selector.isEmpty() || selector.get().isBlank()) {
            return true;
        }
        for (String piece : selector.get().split(",(?![^(]*\\))")) {
            if (!holds(piece.strip(), values)) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(String piece, Map<String, Object> values) {
        if (piece.matches("\\S+\\s+(not)?in\\s*\\(.*\\)")) {
            String key = piece.substring(0, piece.indexOf(' ')).strip();
            List<String> choices = List.of(piece.substring(piece.indexOf('(') + 1, piece.lastIndexOf(')'))
                    .strip()
                    .split("\\s*,\\s*"));
            boolean in = values.containsKey(key) && choices.contains(String.valueOf(values.get(key)));
            return piece.substring(key.length()).strip().startsWith("notin") != in;
        }
        if (piece.startsWith("!")) {
            return !values.containsKey(piece.substring(1).strip());
        }
        int not = piece.indexOf("!=");
        if (not > 0) {
            return !piece.substring(not + 2).strip().equals(text(values, piece.substring(0, not)));
        }
        int equals = piece.indexOf('=');
        if (equals > 0) {
            String value = piece.substring(equals + 1).replaceFirst("^=", "").strip();
            return value.equals(text(values, piece.substring(0, equals)));
        }
        return values.containsKey(piece);
    }

    private static String text(Map<String, Object> values, String key) {
        return Tree.text(values, key.strip()).orElse(null);
    }
}
