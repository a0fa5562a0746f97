package decs.testing.check;

import decs.template.gofmt.GoString;
import decs.template.value.ValueMap;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts as they are compared: of files that are no YAML, and of values that are texts. */
final class RawText {
    private static final Pattern LINE_ENDS = Pattern.compile("[ ]+\\r?\\n");

    private RawText() {}

    /** Without blanks at the ends of lines and without empty lines in front. */
    static String cleaned(String text) {
        String lines = LINE_ENDS.matcher(text).replaceAll("\n");
        int from = 0;
        while (from < lines.length() && lines.charAt(from) == '\n') {
            from++;
        }
        return lines.substring(from);
    }

    /** A tree all of whose texts are clean. */
    static Object cleanedTree(Object tree) {
        if (tree instanceof String text) {
            return cleaned(text);
        }
        if (tree instanceof List<?> list) {
            return list.stream().map(RawText::cleanedTree).collect(Collectors.toCollection(ArrayList::new));
        }
        if (tree instanceof Map<?, ?> map) {
            ValueMap copy = new ValueMap();
            map.forEach((key, value) -> copy.put(String.valueOf(key), cleanedTree(value)));
            return copy;
        }
        return tree;
    }

    static String decoded(String base64) {
        return GoString.of(Base64.getDecoder().decode(base64.strip()));
    }

    /** The text of a document that is a whole file; Go's word for nothing where it is none. */
    static String of(Object document) {
        return document instanceof Map<?, ?> map && map.get("raw") instanceof String text ? text : "<nil>";
    }
}
