package decs.core.prepare;

import decs.template.source.Source;
import decs.template.value.ValueMap;
import decs.template.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts a namespace into documents that name none, and writes each as go-yaml writes what it has read. */
final class NamespaceFill {
    private static final Pattern FLOW = Pattern.compile("(?m)^metadata: *\\{(.*)}[ \\t]*$");

    private NamespaceFill() {}

    static String fill(String document, String namespace) {
        if (namespace.isEmpty()) {
            return document;
        }
        String filled = lacksNamespace(document) ? filled(document, namespace) : document;
        return IndentedText.of(filled).orElse(filled);
    }

    private static String filled(String document, String namespace) {
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
        while (lines.get(end - 1).isBlank()) {
            end--;
        }
        lines.add(end, (indent.isEmpty() ? "  " : indent) + "namespace: " + namespace);
        return String.join("\n", lines) + "\n";
    }

    private static String inFlow(String document, String namespace) {
        Matcher flow = FLOW.matcher(document);
        if (flow.find()) {
            String inside = flow.group(1).isBlank() ? "" : flow.group(1) + ", ";
            return document.substring(0, flow.start())
                    + "metadata: {" + inside + "namespace: " + namespace + "}"
                    + document.substring(flow.end());
        }
        return anew(document, namespace);
    }

    /** The whole document written again, for those whose metadata stand in no place of their own. */
    private static String anew(String document, String namespace) {
        Object tree = Yaml.readV3(Source.of("document", document));
        if (!(tree instanceof ValueMap map) || !(map.get("metadata") instanceof ValueMap metadata)) {
            return document;
        }
        metadata.put("namespace", namespace);
        String comments = document.lines()
                .takeWhile(line -> line.startsWith("#"))
                .map(line -> line + "\n")
                .reduce("", String::concat);
        return comments + Yaml.writeV3(map);
    }

    private static boolean lacksNamespace(String document) {
        return Yaml.read(Source.of("document", document)) instanceof Map<?, ?> tree
                && tree.get("metadata") instanceof Map<?, ?> metadata
                && metadata.get("namespace") == null;
    }
}
