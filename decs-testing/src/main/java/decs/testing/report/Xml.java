package decs.testing.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An element of a report; written with a tab for each level, as the plugin's are. */
final class Xml {
    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Xml> children = new ArrayList<>();
    private String text = "";
    private boolean verbatim;

    Xml(String name) {
        this.name = name;
    }

    Xml with(String attribute, Object value) {
        attributes.put(attribute, String.valueOf(value));
        return this;
    }

    Xml with(Xml child) {
        children.add(child);
        return this;
    }

    Xml text(String content) {
        text = content;
        return this;
    }

    /** Text in a CDATA section. */
    Xml verbatim(String content) {
        verbatim = true;
        return text(content);
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        write(out, 0);
        return out.append('\n').toString();
    }

    private void write(StringBuilder out, int depth) {
        out.append('<').append(name);
        attributes.forEach((key, value) -> {
            out.append(' ').append(key).append("=\"");
            escape(value, out);
            out.append('"');
        });
        out.append('>');
        if (verbatim) {
            out.append("<![CDATA[")
                    .append(text.replace("]]>", "]]]]><![CDATA[>"))
                    .append("]]>");
        } else {
            escape(text, out);
        }
        children.forEach(child -> {
            out.append('\n').append("\t".repeat(depth + 1));
            child.write(out, depth + 1);
        });
        if (!children.isEmpty()) {
            out.append('\n').append("\t".repeat(depth));
        }
        out.append("</").append(name).append('>');
    }

    private static void escape(String text, StringBuilder out) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> out.append("&#34;");
                case '\'' -> out.append("&#39;");
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '\t' -> out.append("&#x9;");
                case '\n' -> out.append("&#xA;");
                case '\r' -> out.append("&#xD;");
                default -> out.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
            }
        });
    }

    private static boolean isAllowed(int c) {
        return (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }
}
