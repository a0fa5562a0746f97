package decs.template.gofmt;

/** Which characters Go prints as they are. Mirrors: {@code strconv.IsPrint}. */
final class Printable {
    private Printable() {}

    /** Letters, marks, numbers, punctuation, symbols and the ASCII space. */
    static boolean test(int rune) {
        if (rune < 0x7F) {
            return rune >= ' ';
        }
        return switch (Character.getType(rune)) {
            case Character.UNASSIGNED,
                    Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
