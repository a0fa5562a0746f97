package decs.template.yaml;

import decs.template.gofmt.GoString;
import decs.template.source.Problem;
import java.util.Base64;

/**
 * Writes texts as scalars in the style that go-yaml picks: plain where it can be read back as text, double quotes where it
 * could be taken for something else, single quotes where only its signs forbid it, a literal block for lines.
 *
 * <p>Mirrors: yaml encoder.stringv, yaml_emitter_select_scalar_style and the write functions of each style
 */
final class ScalarWriter {
    private static final int BEST_WIDTH = 80;
    private static final int BASE64_WIDTH = 70;
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private final StringBuilder out;
    private final boolean v3;

    ScalarWriter(StringBuilder out, boolean v3) {
        this.out = out;
        this.v3 = v3;
    }

    /** Whether the last thing written ended its line, as literal blocks do. */
    boolean endsWithBreak() {
        return out.length() > 0 && out.charAt(out.length() - 1) == '\n';
    }

    void lineStarts(int indent) {
        for (int i = 0; i < indent; i++) {
            out.append(' ');
        }
    }

    /**
     * Writes {@code original}.
     *
     * @param indent where further lines start
     * @param key whether it is a simple key, which stays on its line
     */
    void text(String original, int indent, boolean key) {
        if (v3 && !GoString.isValid(original)) {
            binary(GoString.bytes(original), indent);
            return;
        }
        String text = checked(original);
        boolean foldable = !key && !v3;
        if (text.indexOf('\n') >= 0) {
            if (!key && ScalarText.of(text, v3).block()) {
                literal(text, indent);
            } else {
                doubleQuoted(text, indent, foldable);
            }
            return;
        }
        if (!readsAsText(text)) {
            doubleQuoted(text, indent, foldable);
            return;
        }
        ScalarText allows = ScalarText.of(text, v3);
        if (allows.plain()) {
            plain(text, indent, foldable);
        } else if (allows.singleQuoted()) {
            singleQuoted(text, indent, foldable);
        } else {
            doubleQuoted(text, indent, foldable);
        }
    }

    /** Bytes that are no text. Mirrors: yaml.encodeBase64 */
    private void binary(byte[] bytes, int indent) {
        String text = Base64.getEncoder().encodeToString(bytes);
        out.append("!!binary ");
        if (text.length() <= BASE64_WIDTH) {
            out.append(text);
        } else {
            literal(text.replaceAll(".{" + BASE64_WIDTH + "}(?=.)|.$", "$0\n"), indent);
        }
    }

    private boolean readsAsText(String text) {
        if (text.isEmpty()) {
            return false;
        }
        if (v3) {
            return PlainScalars.resolve(text) instanceof String
                    && PlainScalars.bool(text, true) == null
                    && !ScalarText.isBase60(text)
                    && !Timestamps.isOne(text);
        }
        return ScalarsV2.resolve(text) instanceof String && !ScalarText.isBase60(text) && !Timestamps.isOne(text);
    }

    /** The text as it survives the way through JSON; characters that YAML refuses make the writing fail. */
    private String checked(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x7f) {
                continue;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (c == 0x7f
                    || (c > 0x7f && c < 0xa0 && c != 0x85)
                    || c > 0xfffd
                    || Character.isSurrogate(c)
                    || c == 0x85) {
                return mended(text);
            }
        }
        return text;
    }

    private String mended(String text) {
        StringBuilder mended = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                mended.append(c).append(text.charAt(++i));
            } else if (Character.isSurrogate(c)) {
                mended.append('\ufffd');
            } else if (!v3 && c == 0x85) {
                mended.append(' ');
            } else if (!v3 && (c == 0x7f || (c > 0x7f && c < 0xa0) || c > 0xfffd)) {
                String message = "yaml: control characters are not allowed";
                throw new YamlException(message, Problem.of(message));
            } else {
                mended.append(c);
            }
        }
        return mended.toString();
    }

    private int column() {
        int start = out.lastIndexOf("\n") + 1;
        return out.codePointCount(start, out.length());
    }

    private void breakLine(int indent) {
        out.append('\n');
        lineStarts(indent);
    }

    private void plain(String text, int indent, boolean foldable) {
        if (!foldable || text.indexOf(' ') < 0) {
            out.append(text);
            return;
        }
        fold(text, indent, false, c -> out.appendCodePoint(c));
    }

    private void singleQuoted(String text, int indent, boolean foldable) {
        out.append('\'');
        if (!foldable) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                out.append(c == '\'' ? "''" : String.valueOf(c));
            }
        } else {
            fold(text, indent, true, c -> {
                if (c == '\'') {
                    out.append('\'');
                }
                out.appendCodePoint(c);
            });
        }
        out.append('\'');
    }

    /** Writes one character. */
    private interface CharWriter {
        void write(int c);
    }

    private void fold(String text, int indent, boolean quoted, CharWriter writer) {
        boolean spaces = false;
        int column = column();
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            if (c == ' ') {
                boolean inside = !quoted || (i > 0 && next < text.length());
                boolean followed = next < text.length() && text.charAt(next) == ' ';
                if (!spaces && column > BEST_WIDTH && inside && !followed) {
                    breakLine(indent);
                    column = indent;
                } else {
                    out.append(' ');
                    column++;
                }
                spaces = true;
            } else {
                int before = out.length();
                writer.write(c);
                column += out.codePointCount(before, out.length());
                spaces = false;
            }
            i = next;
        }
    }

    private void doubleQuoted(String text, int indent, boolean foldable) {
        out.append('"');
        boolean spaces = false;
        int column = foldable ? column() : 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            int before = out.length();
            if (c > 0xffff
                    || !ScalarText.isPrintable((char) c)
                    || ScalarText.isBreak((char) c)
                    || c == '"'
                    || c == '\\') {
                escape(c);
                spaces = false;
            } else if (c == ' ') {
                if (foldable && !spaces && column > BEST_WIDTH && i > 0 && next < text.length()) {
                    breakLine(indent);
                    column = indent;
                    before = out.length();
                    if (text.charAt(next) == ' ') {
                        out.append('\\');
                    }
                } else {
                    out.append(' ');
                }
                spaces = true;
            } else {
                out.appendCodePoint(c);
                spaces = false;
            }
            column += out.codePointCount(before, out.length());
            i = next;
        }
        out.append('"');
    }

    private void escape(int c) {
        out.append('\\');
        switch (c) {
            case 0 -> out.append('0');
            case 7 -> out.append('a');
            case 8 -> out.append('b');
            case 9 -> out.append('t');
            case 10 -> out.append('n');
            case 11 -> out.append('v');
            case 12 -> out.append('f');
            case 13 -> out.append('r');
            case 27 -> out.append('e');
            case '"' -> out.append('"');
            case '\\' -> out.append('\\');
            case 0x85 -> out.append('N');
            case 0xa0 -> out.append('_');
            case 0x2028 -> out.append('L');
            case 0x2029 -> out.append('P');
            default -> {
                int digits = c <= 0xff ? 2 : c <= 0xffff ? 4 : 8;
                out.append(digits == 2 ? 'x' : digits == 4 ? 'u' : 'U');
                for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
                    out.append(HEX[c >> shift & 15]);
                }
            }
        }
    }

    private void literal(String text, int indent) {
        out.append('|');
        char first = text.charAt(0);
        if (first == ' ' || ScalarText.isBreak(first)) {
            out.append('2');
        }
        int length = text.length();
        if (!ScalarText.isBreak(text.charAt(length - 1))) {
            out.append('-');
        } else if (length == 1 || ScalarText.isBreak(text.charAt(length - 2))) {
            out.append('+');
        }
        out.append('\n');
        boolean lineStart = true;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                out.append('\n');
                lineStart = true;
                continue;
            }
            if (lineStart) {
                lineStarts(indent);
                lineStart = false;
            }
            out.append(c);
            lineStart = ScalarText.isBreak(c);
        }
        if (!lineStart) {
            out.append('\n');
        }
    }
}
