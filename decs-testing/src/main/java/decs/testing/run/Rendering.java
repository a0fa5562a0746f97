package decs.testing.run;

import decs.template.source.Source;
import decs.template.value.ValueMap;
import decs.template.yaml.Yaml;
import decs.testing.check.Subject;
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
 * @param failure why there are none
 */
record Rendering(Map<String, List<Object>> documents, Optional<Subject.Failure> failure) {
    private static final Pattern OF_TEMPLATE =
            Pattern.compile("(?ms)^(?:.+?: |.+? \\()(?:(.+?):\\d+?:\\d+?).+?(?:.+?>)*?: (.+?)$");

    static Rendering of(Map<String, String> texts) {
        Map<String, List<Object>> documents = new TreeMap<>();
        texts.forEach((path, text) -> {
            if (path.endsWith(".txt")) {
                documents.put(path, List.of(raw(text)));
            } else if (path.matches(".*\\.(yaml|yml|tpl)")) {
                documents.put(path, trees(path, text));
            }
        });
        return new Rendering(documents, Optional.empty());
    }

    /** A template that failed: its message stands where its documents would. */
    static Rendering failed(String message, List<String> templates) {
        Matcher place = OF_TEMPLATE.matcher(message);
        if (!place.find()) {
            Map<String, List<Object>> none = new TreeMap<>();
            templates.forEach(template -> none.put(template, List.of()));
            return new Rendering(none, Optional.of(new Subject.Failure(message, true)));
        }
        int line = message.indexOf('\n');
        String text = line < 0 ? place.group(2) : message.substring(line + 1);
        String file = place.group(1);
        boolean partial = file.substring(file.lastIndexOf('/') + 1).startsWith("_");
        Map<String, List<Object>> documents = new TreeMap<>();
        (partial ? templates : List.of(file)).forEach(path -> documents.put(path, List.of(raw(text))));
        return new Rendering(documents, Optional.of(new Subject.Failure(text, false)));
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
