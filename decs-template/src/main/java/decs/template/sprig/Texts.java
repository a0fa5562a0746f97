package decs.template.sprig;

import decs.template.gofmt.GoFormat;
import decs.template.gofmt.GoSlice;
import decs.template.gofmt.GoString;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Values made texts. */
final class Texts {
    private Texts() {}

    /** Mirrors: sprig strval. */
    static String of(Object value) {
        if (value instanceof String text) {
            return text;
        }
        return value instanceof byte[] bytes ? GoString.of(bytes) : GoFormat.value(value);
    }

    /** The elements of a list as texts, nil dropped; of anything else a list of one. Mirrors: sprig strslice. */
    static List<Object> list(Object value) {
        if (value == null) {
            return new ArrayList<>();
        }
        if (value instanceof byte[] bytes) {
            List<Object> texts = new ArrayList<>(bytes.length);
            for (byte b : bytes) {
                texts.add(Integer.toString(b & 0xFF));
            }
            return texts;
        }
        if (!(value instanceof List<?> list)) {
            return new ArrayList<>(Collections.singletonList(of(value)));
        }
        List<Object> texts = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            Object item = list.get(i);
            if (item != null) {
                texts.add(of(item));
            }
        }
        return texts;
    }

    /** The same as a {@code []string}; one that is given already stays itself. */
    static GoSlice slice(Object value) {
        if (value instanceof GoSlice slice && slice.elementType().equals("string")) {
            return slice;
        }
        return GoSlice.over("string", list(value));
    }

    /** Mirrors: strings.Split and SplitN; {@code limit} below zero for all parts. */
    static List<String> split(String text, String separator, int limit) {
        List<String> parts = new ArrayList<>();
        if (limit == 0) {
            return parts;
        }
        int start = 0;
        if (separator.isEmpty()) {
            while (start < text.length() && (limit < 0 || parts.size() < limit - 1)) {
                int next = start + Character.charCount(text.codePointAt(start));
                parts.add(text.substring(start, next));
                start = next;
            }
            if (start < text.length()) {
                parts.add(text.substring(start));
            }
            return parts;
        }
        while (limit < 0 || parts.size() < limit - 1) {
            int found = text.indexOf(separator, start);
            if (found < 0) {
                break;
            }
            parts.add(text.substring(start, found));
            start = found + separator.length();
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** Mirrors: strings.Fields. */
    static List<String> fields(String text) {
        List<String> fields = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean space = i == text.length() || Runes.isSpace(text.charAt(i));
            if (space && start >= 0) {
                fields.add(text.substring(start, i));
                start = -1;
            } else if (!space && start < 0) {
                start = i;
            }
        }
        return fields;
    }

    static byte[] utf8(String text) {
        return GoString.isAscii(text) ? text.getBytes(StandardCharsets.US_ASCII) : GoString.bytes(text);
    }
}
