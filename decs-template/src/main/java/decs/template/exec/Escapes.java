package decs.template.exec;

import decs.template.gofmt.GoFormat;
import decs.template.gofmt.GoString;

/** {@code html}, {@code js} and {@code urlquery}. Mirrors: text/template HTMLEscaper, JSEscaper, URLQueryEscaper. */
final class Escapes {
    private static final String HEX = "0123456789ABCDEF";
    private static final String JS_PLAIN = "\\'\"<>&=";

    private Escapes() {}

    /** The arguments as one text; a missing value shows as {@code <no value>}. */
    private static String joined(Object[] args) {
        if (args.length == 1 && args[0] instanceof String text) {
            return text;
        }
        Object[] shown = args.clone();
        for (int i = 0; i < shown.length; i++) {
            if (shown[i] == null) {
                shown[i] = "<no value>";
            }
        }
        return GoFormat.sprint(shown);
    }

    static Object html(Object[] args) {
        String text = joined(args);
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\0' -> out.append('\uFFFD');
                case '"' -> out.append("&#34;");
                case '\'' -> out.append("&#39;");
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    static Object js(Object[] args) {
        String text = joined(args);
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c < ' ' || (c < 0x80 && JS_PLAIN.indexOf(c) >= 0)) {
                jsAscii(out, (char) c);
            } else if (c >= 0x7F && !Character.isSurrogate((char) c) && !isPrintable(c)) {
                out.append(GoFormat.sprintf("\\u%04X", new Object[] {c}));
            } else {
                out.appendCodePoint(c);
            }
        }
        return out.toString();
    }

    private static void jsAscii(StringBuilder out, char c) {
        switch (c) {
            case '\\', '\'', '"' -> out.append('\\').append(c);
            default -> out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
        }
    }

    /** Mirrors: unicode.IsPrint, by way of {@code %q}, which writes the rest as escapes. */
    private static boolean isPrintable(int c) {
        return !GoFormat.quote(Character.toString(c)).startsWith("\"\\");
    }

    static Object query(Object[] args) {
        String text = joined(args);
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (byte b : GoString.bytes(text)) {
            char c = (char) (b & 0xFF);
            if (c == ' ') {
                out.append('+');
            } else if (c < 0x80 && (Character.isLetterOrDigit(c) || "-_.~".indexOf(c) >= 0)) {
                out.append(c);
            } else {
                out.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
        return out.toString();
    }
}
