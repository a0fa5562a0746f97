package decs.template.sprig;

import static decs.template.language.GoKind.INT;
import static decs.template.language.GoKind.STRING;

import decs.template.gofmt.GoString;
import decs.template.language.FunctionCall;
import decs.template.language.FunctionTable;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sprig's functions that shorten and wrap texts; all count bytes. Mirrors: goutils. */
final class WrapFunctions {
    private static final FunctionTable TABLE = FunctionTable.builder()
            .of("abbrev", INT, STRING, (width, text) -> abbrev(((Number) width).longValue(), (String) text))
            .of("abbrevboth", INT, INT, STRING, WrapFunctions::abbrevBoth)
            .calling("wrap", List.of(INT, STRING), WrapFunctions::wrap)
            .calling("wrapWith", List.of(INT, STRING, STRING), WrapFunctions::wrapWith)
            .build();

    private static final String MARKER = "...";

    private WrapFunctions() {}

    static FunctionTable table() {
        return TABLE;
    }

    private static Object abbrev(long width, String text) {
        return width < 4 ? text : full(GoString.bytes(text), 0, width);
    }

    private static Object abbrevBoth(Object left, Object right, Object text) {
        long offset = ((Number) left).longValue();
        long width = ((Number) right).longValue();
        if (width < 4 || (offset > 0 && width < 7)) {
            return text;
        }
        return full(GoString.bytes((String) text), offset, width);
    }

    private static String full(byte[] text, long offset, long width) {
        if (text.length <= width) {
            return GoString.of(text);
        }
        int most = (int) width - MARKER.length();
        int start = (int) Math.min(offset, text.length);
        if (text.length - start < most) {
            start = text.length - most;
        }
        if (start <= 4) {
            return GoString.of(text, 0, most) + MARKER;
        }
        if (start + most < text.length) {
            byte[] rest = java.util.Arrays.copyOfRange(text, start, text.length);
            return MARKER + (most < 4 ? "" : full(rest, 0, most));
        }
        return MARKER + GoString.of(text, text.length - most, text.length);
    }

    private static Object wrap(FunctionCall call, Object[] args) {
        return wrap(call, args, "\n", false);
    }

    private static Object wrapWith(FunctionCall call, Object[] args) {
        String newline = (String) args[1];
        return wrap(call, args, newline.isEmpty() ? "\n" : newline, true);
    }

    private static String wrap(FunctionCall call, Object[] args, String newline, boolean cutLongWords) {
        int width = (int) Math.max(1, Math.min(((Number) args[0]).longValue(), Integer.MAX_VALUE / 2));
        String bytes = new String(GoString.bytes((String) args[args.length - 1]), StandardCharsets.ISO_8859_1);
        Budget.text(call, bytes.length() + (long) (bytes.length() / width + 1) * newline.length());
        String line = new String(GoString.bytes(newline), StandardCharsets.ISO_8859_1);
        String wrapped = wrapBytes(bytes, width, line, cutLongWords);
        return GoString.of(wrapped.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String wrapBytes(String text, int width, String newline, boolean cutLongWords) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        int at = 0;
        while (text.length() - at > width) {
            if (text.charAt(at) == ' ') {
                at++;
                continue;
            }
            int space = text.lastIndexOf(' ', at + width);
            if (space < at && !cutLongWords) {
                space = text.indexOf(' ', at + width);
                if (space < 0) {
                    break;
                }
            }
            int end = space >= at ? space : at + width;
            out.append(text, at, end).append(newline);
            at = space >= at ? end + 1 : end;
        }
        return out.append(text, at, text.length()).toString();
    }
}
