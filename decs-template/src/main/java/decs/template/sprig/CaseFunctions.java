package decs.template.sprig;

import static decs.template.language.GoKind.STRING;

import decs.template.gofmt.GoString;
import decs.template.language.FunctionTable;

/** Sprig's functions that change the case of letters and words. */
final class CaseFunctions {
    private static final FunctionTable TABLE = FunctionTable.builder()
            .of("title", STRING, text -> title((String) text))
            .of("untitle", STRING, text -> untitle((String) text))
            .of("swapcase", STRING, text -> swap((String) text))
            .of("initials", STRING, text -> initials((String) text))
            .of("snakecase", STRING, text -> WordCase.joined((String) text, '_'))
            .of("kebabcase", STRING, text -> WordCase.joined((String) text, '-'))
            .of("camelcase", STRING, text -> WordCase.pascal((String) text))
            .build();

    private CaseFunctions() {}

    static FunctionTable table() {
        return TABLE;
    }

    /** Mirrors: strings.Title. */
    private static String title(String text) {
        int[] before = {' '};
        return Runes.map(text, rune -> {
            boolean starts = isSeparator(before[0]);
            before[0] = rune;
            return starts ? Character.toTitleCase(rune) : rune;
        });
    }

    private static boolean isSeparator(int rune) {
        if (rune < 0x80) {
            return rune != '_' && !Character.isLetterOrDigit(rune);
        }
        return !Runes.isLetter(rune) && !Runes.isDigit(rune) && Runes.isSpace(rune);
    }

    /** Mirrors: goutils.Uncapitalize. */
    private static String untitle(String text) {
        boolean[] starts = {true};
        return Runes.map(text, rune -> {
            boolean first = starts[0];
            starts[0] = Runes.isSpace(rune);
            return first && !starts[0] ? Character.toLowerCase(rune) : rune;
        });
    }

    /** Mirrors: goutils.SwapCase. */
    private static String swap(String text) {
        boolean[] starts = {true};
        return Runes.map(text, rune -> {
            boolean first = starts[0];
            starts[0] = false;
            if (Runes.isUpper(rune) || Character.isTitleCase(rune)) {
                return Character.toLowerCase(rune);
            }
            if (Runes.isLower(rune)) {
                return first ? Character.toTitleCase(rune) : Character.toUpperCase(rune);
            }
            starts[0] = Runes.isSpace(rune);
            return rune;
        });
    }

    /** Takes each byte for a character. Mirrors: goutils.Initials. */
    private static String initials(String text) {
        StringBuilder out = new StringBuilder();
        boolean starts = true;
        for (byte b : GoString.bytes(text)) {
            char c = (char) (b & 0xFF);
            boolean space = Runes.isSpace(c);
            if (starts && !space) {
                out.append(c);
            }
            starts = space;
        }
        return out.toString();
    }
}
