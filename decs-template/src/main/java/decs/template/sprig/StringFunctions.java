package decs.template.sprig;

import static decs.template.language.GoKind.ANY;
import static decs.template.language.GoKind.INT;
import static decs.template.language.GoKind.STRING;

import decs.template.gofmt.GoFormat;
import decs.template.gofmt.GoMap;
import decs.template.gofmt.GoSlice;
import decs.template.gofmt.GoString;
import decs.template.language.FunctionCall;
import decs.template.language.FunctionException;
import decs.template.language.FunctionTable;
import java.util.List;

/** Sprig's functions of texts: cutting, joining, padding, quoting. */
final class StringFunctions {
    private static final FunctionTable TABLE = FunctionTable.builder()
            .of("trim", STRING, text -> Runes.trimSpace((String) text))
            .of("upper", STRING, text -> Runes.upper((String) text))
            .of("lower", STRING, text -> Runes.lower((String) text))
            .of("trunc", INT, STRING, StringFunctions::trunc)
            .of("substr", INT, INT, STRING, StringFunctions::substr)
            .of("trimAll", STRING, STRING, (cutset, text) -> Runes.trim((String) text, (String) cutset))
            .alias("trimall", "trimAll")
            .of("trimSuffix", STRING, STRING, StringFunctions::trimSuffix)
            .of("trimPrefix", STRING, STRING, StringFunctions::trimPrefix)
            .of("nospace", STRING, StringFunctions::nospace)
            .of("contains", STRING, STRING, (part, text) -> ((String) text).contains((String) part))
            .of("hasPrefix", STRING, STRING, (part, text) -> ((String) text).startsWith((String) part))
            .of("hasSuffix", STRING, STRING, (part, text) -> ((String) text).endsWith((String) part))
            .calling("repeat", List.of(INT, STRING), StringFunctions::repeat)
            .calling("indent", List.of(INT, STRING), (call, args) -> indent(call, args, ""))
            .calling("nindent", List.of(INT, STRING), (call, args) -> indent(call, args, "\n"))
            .calling("replace", List.of(STRING, STRING, STRING), StringFunctions::replace)
            .of("plural", List.of(STRING, STRING, INT), StringFunctions::plural)
            .variadic("quote", ANY, StringFunctions::quote)
            .variadic("squote", ANY, StringFunctions::squote)
            .callingVariadic("cat", List.of(ANY), StringFunctions::cat)
            .calling("join", List.of(STRING, ANY), StringFunctions::join)
            .of("toString", ANY, Texts::of)
            .of("toStrings", ANY, Texts::slice)
            .of("split", STRING, STRING, (separator, text) -> parts((String) separator, (String) text, -1))
            .of(
                    "splitn",
                    STRING,
                    INT,
                    STRING,
                    (separator, most, text) -> parts((String) separator, (String) text, ((Number) most).intValue()))
            .of(
                    "splitList",
                    STRING,
                    STRING,
                    (separator, text) -> GoSlice.strings(Texts.split((String) text, (String) separator, -1)))
            .of("hello", () -> "Hello!")
            .build();

    private StringFunctions() {}

    static FunctionTable table() {
        return TABLE;
    }

    private static Object trunc(Object count, Object text) {
        String whole = (String) text;
        long most = ((Number) count).longValue();
        if (most >= 0 && most >= whole.length() && GoString.isAscii(whole)) {
            return whole;
        }
        int length = GoString.length(whole);
        if (most < 0) {
            return length + most > 0 ? GoString.substring(whole, (int) (length + most), length) : whole;
        }
        return length > most ? GoString.substring(whole, 0, (int) most) : whole;
    }

    private static Object substr(Object first, Object last, Object text) {
        String whole = (String) text;
        int length = GoString.length(whole);
        long start = ((Number) first).longValue();
        long end = ((Number) last).longValue();
        if (start < 0) {
            if (end < 0 || end > length) {
                throw outOfRange("[:" + end + "]" + (end < 0 ? "" : " with length " + length));
            }
            return GoString.substring(whole, 0, (int) end);
        }
        if (end < 0 || end > length) {
            end = length;
        }
        if (start > end) {
            throw outOfRange("[" + start + ":" + end + "]");
        }
        return GoString.substring(whole, (int) start, (int) end);
    }

    private static FunctionException outOfRange(String bounds) {
        return new FunctionException("runtime error: slice bounds out of range " + bounds);
    }

    private static Object trimSuffix(Object suffix, Object text) {
        String whole = (String) text;
        String end = (String) suffix;
        return whole.endsWith(end) ? whole.substring(0, whole.length() - end.length()) : whole;
    }

    private static Object trimPrefix(Object prefix, Object text) {
        String whole = (String) text;
        String start = (String) prefix;
        return whole.startsWith(start) ? whole.substring(start.length()) : whole;
    }

    /** Takes each byte for a character, once there is one to drop. Mirrors: goutils.DeleteWhiteSpace. */
    private static Object nospace(Object text) {
        byte[] bytes = Texts.utf8((String) text);
        StringBuilder out = new StringBuilder(bytes.length);
        for (byte b : bytes) {
            if (!Runes.isSpace(b & 0xFF)) {
                out.append((char) (b & 0xFF));
            }
        }
        return out.length() == bytes.length ? text : out.toString();
    }

    private static Object repeat(FunctionCall call, Object[] args) {
        String text = (String) args[1];
        long count = ((Number) args[0]).longValue();
        if (count < 0) {
            throw new FunctionException("strings: negative Repeat count");
        }
        if (text.isEmpty() || count == 0) {
            return "";
        }
        if (count > Long.MAX_VALUE / GoString.length(text)) {
            throw new FunctionException("strings: Repeat output length overflow");
        }
        Budget.text(call, count * text.length());
        return text.repeat((int) count);
    }

    private static Object indent(FunctionCall call, Object[] args, String before) {
        String text = (String) args[1];
        long width = ((Number) args[0]).longValue();
        if (width < 0) {
            throw new FunctionException("strings: negative Repeat count");
        }
        int lines = 1;
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            lines++;
        }
        long added = width > Integer.MAX_VALUE ? width : width * lines;
        Budget.text(call, added + text.length());
        StringBuilder out = new StringBuilder((int) (text.length() + added + 1)).append(before);
        int start = 0;
        for (int line = 0; line < lines; line++) {
            int end = text.indexOf('\n', start);
            pad(out, (int) width);
            out.append(text, start, end < 0 ? text.length() : end + 1);
            start = end + 1;
        }
        return out.toString();
    }

    private static void pad(StringBuilder out, int width) {
        for (int i = 0; i < width; i++) {
            out.append(' ');
        }
    }

    private static Object replace(FunctionCall call, Object[] args) {
        String old = (String) args[0];
        String by = (String) args[1];
        String text = (String) args[2];
        if (old.isEmpty()) {
            Budget.text(call, text.length() + (text.length() + 1L) * by.length());
            return betweenRunes(text, by);
        }
        if (by.length() > old.length()) {
            Budget.text(call, text.length() + (long) (text.length() / old.length()) * by.length());
        }
        return old.equals(by) ? text : text.replace(old, by);
    }

    private static String betweenRunes(String text, String by) {
        StringBuilder out = new StringBuilder(by);
        for (int i = 0; i < text.length(); ) {
            int next = i + Character.charCount(text.codePointAt(i));
            out.append(text, i, next).append(by);
            i = next;
        }
        return out.toString();
    }

    private static Object plural(Object[] args) {
        return ((Number) args[2]).longValue() == 1 ? args[0] : args[1];
    }

    private static Object quote(Object[] args) {
        if (args.length == 1) {
            return args[0] == null ? "" : GoFormat.quote(Texts.of(args[0]));
        }
        StringBuilder out = new StringBuilder();
        for (Object arg : args) {
            if (arg != null) {
                out.append(out.isEmpty() ? "" : " ");
                GoFormat.appendQuoted(out, Texts.of(arg));
            }
        }
        return out.toString();
    }

    private static Object squote(Object[] args) {
        StringBuilder out = new StringBuilder();
        for (Object arg : args) {
            if (arg != null) {
                out.append(out.isEmpty() ? "'" : " '");
                GoFormat.append(out, arg);
                out.append('\'');
            }
        }
        return out.toString();
    }

    /** The arguments' own blanks stay: what is trimmed is the format that Sprig builds. */
    private static Object cat(FunctionCall call, Object[] args) {
        StringBuilder out = new StringBuilder();
        boolean first = true;
        for (Object arg : args) {
            if (arg != null) {
                if (!first) {
                    out.append(' ');
                }
                first = false;
                GoFormat.append(out, arg);
                Budget.text(call, out.length());
            }
        }
        return out.toString();
    }

    private static Object join(FunctionCall call, Object[] args) {
        String separator = (String) args[0];
        List<Object> texts = Texts.slice(args[1]);
        long length = (long) separator.length() * texts.size();
        for (Object text : texts) {
            length += ((String) text).length();
        }
        Budget.text(call, length);
        StringBuilder out = new StringBuilder((int) length);
        for (int i = 0; i < texts.size(); i++) {
            if (i > 0) {
                out.append(separator);
            }
            out.append((String) texts.get(i));
        }
        return out.toString();
    }

    private static Object parts(String separator, String text, int limit) {
        GoMap parts = new GoMap("string");
        int n = 0;
        for (String part : Texts.split(text, separator, limit)) {
            parts.put("_" + n++, part);
        }
        return parts;
    }
}
