package decs.testing.check;

import decs.template.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong, line by line: titles, and below each the text it announces. */
final class Lines {
    private final List<String> lines = new ArrayList<>();

    List<String> list() {
        return List.copyOf(lines);
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    Lines document(int index) {
        lines.add("DocumentIndex:\t" + index);
        return this;
    }

    Lines value(int index) {
        lines.add("ValuesIndex:\t" + index);
        return this;
    }

    Lines path(Subject subject) {
        return path(subject.text("path"));
    }

    Lines path(String path) {
        lines.add("Path:\t" + path);
        return this;
    }

    /** {@code Expected to equal:}, or with NOT. */
    Lines expected(Subject subject, String what) {
        lines.add("Expected" + (subject.negative() ? " NOT" : "") + " " + what + ":");
        return this;
    }

    Lines title(String title) {
        lines.add(title);
        return this;
    }

    Lines error(String message) {
        return title("Error:").text(message);
    }

    Lines actual(String text) {
        return title("Actual:").text(text);
    }

    /** Lines below a title. */
    Lines text(String text) {
        for (String line : trimmed(text).split("\n", -1)) {
            lines.add("\t" + line);
        }
        return this;
    }

    Lines add(Lines more) {
        lines.addAll(more.lines);
        return this;
    }

    /** A value as it is shown: YAML. */
    static String shown(Object value) {
        return trimmed(Yaml.writeV3(value));
    }

    private static String trimmed(String text) {
        int end = text.length();
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }
}
