package decs.testing.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text at its {@code ---} marks, for suites and for rendered templates alike. */
public final class DocumentParts {
    private static final Pattern MARK = Pattern.compile("(?:^|\\s*\\n)---\\s*");

    private DocumentParts() {}

    /** The parts that are more than white space. */
    public static List<String> of(String text) {
        List<String> parts = new ArrayList<>();
        Matcher mark = MARK.matcher(text);
        int from = 0;
        while (mark.find()) {
            add(text.substring(from, mark.start()), parts);
            from = mark.end();
        }
        add(text.substring(from), parts);
        return parts;
    }

    private static void add(String part, List<String> parts) {
        if (!part.isBlank()) {
            parts.add(part);
        }
    }
}
