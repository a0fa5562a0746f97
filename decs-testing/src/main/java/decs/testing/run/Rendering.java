package decs.testing.run;

import decs.template.source.Source;
import decs.template.value.ValueMap;
import decs.template.yaml.Yaml;
import decs.testing.suite.DocumentParts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a test looks at: the documents of each template, by its path.
 *
 * @param succeeded whether nothing failed; otherwise the documents hold the message of the template that did
 * @param failure why no template was run at all
 * @param piped whether a program may have mixed the templates up
 */
record Rendering(Map<String, List<Object>> documents, boolean succeeded, Optional<String> failure, boolean piped) {
    private static final Pattern OF_TEMPLATE =
            Pattern.compile("(?ms)^(?:.+?: |.+? \\()(?:(.+?):\\d+?:\\d+?).+?(?:.+?>)*?: (.+?)$");

    static Rendering of(Map<String, String> texts, boolean piped) {
        Map<String, List<Object>> documents = new TreeMap<>();
        texts.forEach((path, text) -> {
            if (path.endsWith(".txt")) {
                documents.put(path, List.of(raw(text)));
            } else if (path.matches(".*\\.(yaml|yml|tpl)")) {
                documents.put(path, trees(path, text));
            }
        });
        return new Rendering(documents, true, Optional.empty(), piped);
    }

    /** A template that failed: its message stands where its documents would; for a partial one, at all that may use it. */
    static Rendering failed(String message, List<String> templates) {
        Matcher place = OF_TEMPLATE.matcher(message);
        if (!place.find()) {
            return new Rendering(Map.of(), false, Optional.of(message), false);
        }
        int line = message.indexOf('\n');
        String text = line < 0 ? place.group(2) : message.substring(line + 1);
        String file = place.group(1);
        boolean partial = file.substring(file.lastIndexOf('/') + 1).startsWith("_");
        Map<String, List<Object>> documents = new TreeMap<>();
        (partial ? templates : List.of(file)).forEach(path -> documents.put(path, List.of(raw(text))));
        return new Rendering(documents, false, Optional.empty(), false);
    }

    private static ValueMap raw(String text) {
        ValueMap raw = new ValueMap();
        raw.put("raw", text);
        return raw;
    }

    private static List<Object> trees(String path, String text) {
        List<Object> trees = new ArrayList<>();
        for (String part : DocumentParts.of(text)) {
            Object tree = Yaml.readV3(Source.of(path, part));
            if (tree instanceof ValueMap map && !map.isEmpty()) {
                trees.add(written(map));
            }
        }
        return trees;
    }

    /** A tree as it is once it was written and read again: small whole floats are integers then. */
    private static Object written(Object tree) {
        if (tree instanceof Map<?, ?> map) {
            ValueMap copy = new ValueMap();
            map.forEach((key, value) -> copy.put(String.valueOf(key), written(value)));
            return copy;
        }
        if (tree instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(item -> copy.add(written(item)));
            return copy;
        }
        boolean whole = tree instanceof Double number && Math.rint(number) == number && Math.abs(number) < 1e6;
        return whole ? (Object) ((Double) tree).intValue() : tree;
    }
}
