package decs.template.parse;

import decs.template.gofmt.GoFormat;

/** A piece of template text, as the lexer cuts it. */
record Token(Kind kind, int offset, String text) {
    /** The kinds from {@link #BLOCK} on are keywords and print in angle brackets. */
    enum Kind {
        ERROR,
        BOOL,
        CHAR,
        CHAR_CONSTANT,
        COMPLEX,
        ASSIGN,
        DECLARE,
        END_OF_TEXT,
        FIELD,
        IDENTIFIER,
        LEFT_DELIMITER,
        LEFT_PAREN,
        NUMBER,
        PIPE,
        RAW_STRING,
        RIGHT_DELIMITER,
        RIGHT_PAREN,
        SPACE,
        STRING,
        TEXT,
        VARIABLE,
        BLOCK,
        BREAK,
        CONTINUE,
        DOT,
        DEFINE,
        ELSE,
        END,
        IF,
        NIL,
        RANGE,
        TEMPLATE,
        WITH
    }

    private static final int SHOWN = 10;

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    /** The token as parse errors show it. */
    @Override
    public String toString() {
        if (kind == Kind.END_OF_TEXT) {
            return "EOF";
        }
        if (kind == Kind.ERROR) {
            return text;
        }
        if (kind.compareTo(Kind.BLOCK) >= 0) {
            return "<" + text + ">";
        }
        if (text.codePointCount(0, text.length()) > SHOWN) {
            return GoFormat.quote(text.substring(0, text.offsetByCodePoints(0, SHOWN))) + "...";
        }
        return GoFormat.quote(text);
    }
}
