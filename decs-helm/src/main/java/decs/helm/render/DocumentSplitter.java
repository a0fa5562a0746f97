package decs.helm.render;

import decs.helm.chart.HelmVersion;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the text that a template gave into documents, by text and not by YAML: a literal block whose line starts with
 * {@code ---} is cut too.
 *
 * <p>Mirrors: releaseutil.SplitManifests (v3: {@code (?:^|\s*\n)---\s*}, v4: {@code (?m)^---[ \t]*})
 */
final class DocumentSplitter {
    private static final String MARK = "---";
    private static final String LINE_MARK = "\n---";

    private DocumentSplitter() {}

    /** A document and where it starts in the text. */
    record Document(String text, int start) {}

    static List<Document> split(String text, HelmVersion version) {
        return version == HelmVersion.V3 ? trimmed(text) : kept(text);
    }

    /** Helm 3: all white space around a mark is part of it, and each document is trimmed. */
    private static List<Document> trimmed(String text) {
        List<Document> documents = new ArrayList<>();
        int start = GoSpace.start(text, 0, text.length());
        int end = GoSpace.end(text, start, text.length());
        int from = start;
        if (text.startsWith(MARK, start) && end - start >= MARK.length()) {
            from = behind(text, start + MARK.length(), end);
        }
        for (int mark = text.indexOf(LINE_MARK, from); mark >= 0 && mark < end; mark = text.indexOf(LINE_MARK, from)) {
            int last = mark;
            while (last > from && isBlank(text.charAt(last - 1))) {
                last--;
            }
            add(documents, text, from, last);
            from = behind(text, mark + LINE_MARK.length(), end);
        }
        add(documents, text, from, end);
        return documents;
    }

    private static void add(List<Document> documents, String text, int from, int to) {
        if (from < to) {
            int start = GoSpace.start(text, from, to);
            documents.add(new Document(text.substring(start, GoSpace.end(text, start, to)), start));
        }
    }

    /** The white space of a regular expression's {@code \s}. */
    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
    }

    private static int behind(String text, int from, int end) {
        int at = from;
        while (at < end && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Helm 4: a mark is the start of a line, and documents keep what stands at their end. */
    private static List<Document> kept(String text) {
        List<Document> documents = new ArrayList<>();
        int from = GoSpace.start(text, 0, text.length());
        int mark = text.startsWith(MARK, from) ? from : nextMark(text, from);
        while (mark >= 0) {
            addKept(documents, text, from, mark);
            from = mark + MARK.length();
            while (from < text.length() && (text.charAt(from) == ' ' || text.charAt(from) == '\t')) {
                from++;
            }
            mark = nextMark(text, from);
        }
        addKept(documents, text, from, text.length());
        return documents;
    }

    private static int nextMark(String text, int from) {
        int found = text.indexOf(LINE_MARK, from);
        return found < 0 ? found : found + 1;
    }

    private static void addKept(List<Document> documents, String text, int from, int to) {
        int start = GoSpace.start(text, from, to);
        if (start < to) {
            documents.add(new Document(text.substring(start, to), start));
        }
    }
}
