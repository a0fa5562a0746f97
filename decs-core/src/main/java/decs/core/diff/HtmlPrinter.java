package decs.core.diff;

import java.util.Locale;

/** A comparison as a piece of HTML without scripts: it may be mailed, or set into a page. */
final class HtmlPrinter implements DiffPrinter {
    @Override
    public String print(ManifestDiff diff, DiffStyle style) {
        if (diff.isEmpty()) {
            return "<p>No changes.</p>\n";
        }
        StringBuilder out = new StringBuilder();
        out.append("<p>").append(MarkdownPrinter.counts(diff)).append(".</p>\n");
        for (ObjectChange change : diff.changes()) {
            out.append("<details class=\"")
                    .append(change.kind().word().toLowerCase(Locale.ROOT))
                    .append("\"><summary>")
                    .append(MarkdownPrinter.sign(change.kind()))
                    .append(" <code>")
                    .append(escaped(change.key().toString()))
                    .append("</code></summary>\n");
            body(change, style, out);
            out.append("</details>\n");
        }
        return out.toString();
    }

    private static void body(ObjectChange change, DiffStyle style, StringBuilder out) {
        if (style.suppresses(change)) {
            out.append("<p>Content of this kind is not shown.</p>\n");
            return;
        }
        if (style.silenced(change)) {
            out.append("<p>Only lines that are not shown differ.</p>\n");
            return;
        }
        StringBuilder lines = new StringBuilder();
        TextPrinter.lines(style.told(change), style.context(), new Paint(false), lines);
        out.append("<pre>");
        lines.toString().lines().forEach(line -> line(line, out));
        out.append("</pre>\n");
    }

    private static void line(String line, StringBuilder out) {
        String text = escaped(line);
        if (line.startsWith("+ ")) {
            out.append("<ins>").append(text).append("</ins>\n");
        } else if (line.startsWith("- ")) {
            out.append("<del>").append(text).append("</del>\n");
        } else {
            out.append(text).append('\n');
        }
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
