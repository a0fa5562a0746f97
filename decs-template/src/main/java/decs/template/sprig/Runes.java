package decs.template.sprig;

import decs.template.gofmt.GoString;
import java.util.function.IntUnaryOperator;

/** Characters and their classes as Go's {@code unicode} knows them. */
final class Runes {
    private static final int REPLACEMENT = 0xFFFD;

    private Runes() {}

    /** Mirrors: unicode.IsSpace. */
    static boolean isSpace(int rune) {
        if (rune < 0x80) {
            return rune == ' ' || (rune >= '\t' && rune <= '\r');
        }
        return switch (rune) {
            case 0x85, 0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000 -> true;
            default -> rune >= 0x2000 && rune <= 0x200A;
        };
    }

    /** The rune at a char position; a raw byte is Go's replacement character. */
    static int at(String text, int index) {
        return GoString.isRawByte(text, index) ? REPLACEMENT : text.codePointAt(index);
    }

    /** Mirrors: strings.Map for mappings that drop nothing; raw bytes become U+FFFD. */
    static String map(String text, IntUnaryOperator mapping) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            out.appendCodePoint(mapping.applyAsInt(at(text, i)));
        }
        return out.toString();
    }

    /** Mirrors: strings.ToUpper, character by character. */
    static String upper(String text) {
        return GoString.isAscii(text) ? text.toUpperCase(java.util.Locale.ROOT) : map(text, Character::toUpperCase);
    }

    /** Mirrors: strings.ToLower, character by character. */
    static String lower(String text) {
        return GoString.isAscii(text) ? text.toLowerCase(java.util.Locale.ROOT) : map(text, Character::toLowerCase);
    }

    /** Mirrors: strings.TrimSpace. */
    static String trimSpace(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Mirrors: strings.Trim. */
    static String trim(String text, String cutset) {
        int start = 0;
        int end = text.length();
        while (start < end && cutset.indexOf(text.codePointAt(start)) >= 0) {
            start += Character.charCount(text.codePointAt(start));
        }
        while (end > start && cutset.indexOf(text.codePointBefore(end)) >= 0) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(start, end);
    }

    static boolean isLetter(int rune) {
        return Character.isLetter(rune);
    }

    static boolean isDigit(int rune) {
        return Character.getType(rune) == Character.DECIMAL_DIGIT_NUMBER;
    }

    /** Mirrors: unicode.IsUpper: the letters of category Lu only. */
    static boolean isUpper(int rune) {
        return Character.getType(rune) == Character.UPPERCASE_LETTER;
    }

    static boolean isLower(int rune) {
        return Character.getType(rune) == Character.LOWERCASE_LETTER;
    }
}
