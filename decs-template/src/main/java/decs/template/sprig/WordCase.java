package decs.template.sprig;

/** Words told apart by case, digits and connectors. Mirrors: xstrings ToSnakeCase, ToKebabCase, ToPascalCase. */
final class WordCase {
    private enum Kind {
        UPPER,
        LOWER,
        NUMBER,
        /** Blanks, underscores, hyphens. */
        CONNECTOR,
        PUNCTUATION,
        /** Letters without case, symbols. */
        OTHER
    }

    private final int[] runes;
    private final char connector;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private WordCase(String text, char connector) {
        this.runes = text.codePoints().toArray();
        this.connector = connector;
    }

    /** Lower-case words with {@code connector} between them. */
    static String joined(String text, char connector) {
        return new WordCase(text, connector).join();
    }

    private static Kind kind(int rune) {
        if (rune == '_' || rune == '-' || Runes.isSpace(rune)) {
            return Kind.CONNECTOR;
        }
        return switch (Character.getType(rune)) {
            case Character.UPPERCASE_LETTER -> Kind.UPPER;
            case Character.LOWERCASE_LETTER -> Kind.LOWER;
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> Kind.NUMBER;
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> Kind.PUNCTUATION;
            default -> Kind.OTHER;
        };
    }

    private Kind kindAt(int index) {
        return index < runes.length ? kind(runes[index]) : null;
    }

    private String join() {
        boolean afterWord = false;
        while (at < runes.length) {
            Kind kind = kindAt(at);
            if (kind == Kind.CONNECTOR) {
                out.append(connector);
                at++;
                afterWord = false;
            } else if (kind == Kind.PUNCTUATION) {
                punctuation();
                afterWord = false;
            } else {
                if (afterWord) {
                    out.append(connector);
                }
                int end = kind == Kind.NUMBER ? endOfNumber(at) : endOfWord(kind);
                while (at < end) {
                    out.appendCodePoint(Character.toLowerCase(runes[at++]));
                }
                afterWord = true;
            }
        }
        return out.toString();
    }

    /** Punctuation stays, and with it hyphens and underscores that stand right behind it. */
    private void punctuation() {
        while (at < runes.length && (kindAt(at) == Kind.PUNCTUATION || runes[at] == '-' || runes[at] == '_')) {
            out.appendCodePoint(runes[at++]);
        }
    }

    /** A number takes the lower-case letters and numbers behind it. */
    private int endOfNumber(int start) {
        int end = start;
        while (kindAt(end) == Kind.NUMBER || kindAt(end) == Kind.LOWER) {
            end++;
        }
        return end;
    }

    /** A word takes the number behind it, unless that number takes lower-case letters itself. */
    private int endOfWord(Kind kind) {
        int end = run(at, kind);
        if (kind == Kind.UPPER && kindAt(end) == Kind.LOWER) {
            end = end - at == 1 ? run(end, Kind.LOWER) : end - 1;
        }
        int afterNumber = run(end, Kind.NUMBER);
        return kindAt(afterNumber) == Kind.LOWER ? end : afterNumber;
    }

    private int run(int start, Kind kind) {
        int end = start;
        while (kindAt(end) == kind) {
            end++;
        }
        return end;
    }

    /** Words that start with a capital, without the connectors between them. */
    static String pascal(String text) {
        return new WordCase(text, '_').pascal();
    }

    private String pascal() {
        while (kindAt(at) == Kind.CONNECTOR) {
            out.appendCodePoint(runes[at++]);
        }
        if (at == runes.length) {
            return at == 0 ? "" : out.appendCodePoint(runes[at - 1]).toString();
        }
        capital();
        while (at < runes.length) {
            boolean ends = kindAt(at) == Kind.CONNECTOR && at + 1 < runes.length && kindAt(at + 1) != Kind.CONNECTOR;
            if (ends) {
                at++;
                capital();
            } else {
                out.appendCodePoint(runes[at++]);
            }
        }
        return out.toString();
    }

    /** One capital; where it was one already, the capitals behind it are made small. */
    private void capital() {
        boolean wasUpper = kindAt(at) == Kind.UPPER;
        out.appendCodePoint(Character.toUpperCase(runes[at++]));
        while (wasUpper && kindAt(at) == Kind.UPPER) {
            out.appendCodePoint(Character.toLowerCase(runes[at++]));
        }
    }
}
