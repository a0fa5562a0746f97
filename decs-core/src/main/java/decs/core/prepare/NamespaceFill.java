package decs.core.prepare;

import decs.template.source.Source;
import decs.template.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts a namespace into documents that name none, leaving the rest of their text alone. */
final class NamespaceFill {
    private NamespaceFill() {}

    static String fill(String document, String namespace) {
        if (namespace.isEmpty() || !lacksNamespace(document)) {
            return document;
        }
        List<String> lines = new ArrayList<>(document.lines().toList());
        int start = lines.indexOf("metadata:");
        if (start < 0) {
            return inFlow(document, namespace);
        }
        int end = start + 1;
        String indent = "";
        while (end < lines.size() && (lines.get(end).isBlank() || lines.get(end).startsWith(" "))) {
            if (indent.isEmpty() && !lines.get(end).isBlank()) {
                String line = lines.get(end);
                indent = line.substring(0, line.length() - line.stripLeading().length());
            }
            end++;
        }
        lines.add(end, (indent.isEmpty() ? "  " : indent) + "namespace: " + namespace);
        return String.join("\n", lines) + "\n";
    }

    private static String inFlow(String document, String namespace) {
        return document.replaceFirst("(?m)^metadata: *\\{", "metadata: {namespace: " + namespace + ", ");
    }

    private static boolean lacksNamespace(String document) {
        return Yaml.read(Source.of("document", document)) instanceof Map<?, ?> tree
                && tree.get("metadata") instanceof Map<?, ?> metadata
                && metadata.get("namespace") == null;
    }
}
