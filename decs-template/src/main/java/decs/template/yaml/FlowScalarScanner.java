package decs.template.yaml;

/** Plain and quoted scalars. Those on one line without escapes are cut out of the text; the others are put together. */
final class FlowScalarScanner {
    private static final boolean[] ENDS_PLAIN_RUN = new boolean[128];

    static {
        for (char c : "\0 \t\r\n:,?[]{}".toCharArray()) {
            ENDS_PLAIN_RUN[c] = true;
        }
    }

    private final CharInput in;
    private final TextCache cache;
    private final StringBuilder value = new StringBuilder();
    private final StringBuilder blanks = new StringBuilder();
    private final StringBuilder leading = new StringBuilder();
    private final StringBuilder trailing = new StringBuilder();

    private int startLine;
    private int startOffset;
    private boolean brokeLine;

    FlowScalarScanner(CharInput in, TextCache cache) {
        this.in = in;
        this.cache = cache;
    }

    /** Scans a plain scalar and tells whether it went over a line's end, so that a key may begin behind it. */
    boolean plain(TokenQueue tokens, int parentIndent, boolean inFlow) {
        start();
        int from = in.pos;
        int to = from;
        boolean collected = false;
        while (!in.atDocumentMark() && in.current() != '#') {
            int runStart = in.pos;
            plainRun(inFlow);
            if (in.pos > runStart) {
                if (to > from && (brokeLine || collected)) {
                    collect(from, to, collected);
                    collected = true;
                    appendGap(to, runStart);
                    value.append(in.text, runStart, in.pos - runStart);
                }
                to = in.pos;
                brokeLine = false;
            }
            if (!isBlankOrBreak(in.current())) {
                break;
            }
            skipGap(parentIndent + 1);
            if (!inFlow && in.column() <= parentIndent) {
                break;
            }
        }
        in.checkReadable();
        String text = collected ? value.toString() : cache.get(from, to);
        tokens.addScalar(ScalarStyle.PLAIN, startLine, startOffset, text);
        return brokeLine;
    }

    private void start() {
        startLine = in.line;
        startOffset = in.pos;
        brokeLine = false;
        value.setLength(0);
        leading.setLength(0);
        trailing.setLength(0);
        blanks.setLength(0);
    }

    private void collect(int from, int to, boolean collected) {
        if (!collected) {
            value.append(in.text, from, to - from);
        }
    }

    private void appendGap(int from, int to) {
        if (brokeLine) {
            joinLines();
        } else {
            value.append(in.text, from, to - from);
        }
    }

    /** Appends what a line break between two pieces of text amounts to. */
    private void joinLines() {
        if (leading.charAt(0) != '\n') {
            value.append(leading).append(trailing);
        } else if (trailing.isEmpty()) {
            value.append(' ');
        } else {
            value.append(trailing);
        }
        leading.setLength(0);
        trailing.setLength(0);
    }

    private static boolean isBlankOrBreak(char c) {
        return c != 0 && CharInput.isBlankOrBreakOrEnd(c);
    }

    /** Over the characters of a plain scalar up to a blank, a break or what ends it. */
    private void plainRun(boolean inFlow) {
        char[] text = in.text;
        int pos = in.pos;
        while (true) {
            char c = text[pos];
            if (c < 128) {
                if (ENDS_PLAIN_RUN[c] && endsPlain(c, text[pos + 1], inFlow)) {
                    break;
                }
            } else if (CharInput.isWideBreak(c)) {
                break;
            } else if (Character.isHighSurrogate(c)) {
                in.lineStart++;
                in.pairs++;
            }
            pos++;
        }
        in.pos = pos;
    }

    private static boolean endsPlain(char c, char next, boolean inFlow) {
        return switch (c) {
            case ':' -> CharInput.isBlankOrBreakOrEnd(next);
            case ',', '?', '[', ']', '{', '}' -> inFlow;
            default -> true;
        };
    }

    private void skipGap(int indent) {
        char[] text = in.text;
        while (isBlankOrBreak(text[in.pos])) {
            if (CharInput.isBlank(text[in.pos])) {
                if (brokeLine && in.column() < indent && text[in.pos] == '\t') {
                    throw in.error(startLine, "found a tab character that violates indentation");
                }
                in.pos++;
            } else {
                readBreak();
            }
        }
    }

    private void readBreak() {
        in.readBreak(brokeLine ? trailing : leading);
        brokeLine = true;
    }

    void quoted(TokenQueue tokens, boolean single) {
        start();
        in.pos++;
        int end = closedOnThisLine(single ? '\'' : '"');
        String text;
        if (end >= 0) {
            text = cache.get(in.pos, end);
            in.pos = end + 1;
        } else {
            text = quotedInPieces(single);
        }
        ScalarStyle style = single ? ScalarStyle.SINGLE_QUOTED : ScalarStyle.DOUBLE_QUOTED;
        tokens.addScalar(style, startLine, startOffset, text);
    }

    /** Where the closing quote is, if only plain ASCII text of this line comes before it; else -1. */
    private int closedOnThisLine(char quote) {
        char[] text = in.text;
        int pos = in.pos;
        while (true) {
            char c = text[pos];
            if (c == quote) {
                return quote == '\'' && text[pos + 1] == '\'' ? -1 : pos;
            }
            if (c < ' ' || c >= 127 || (c == '\\' && quote == '"')) {
                return -1;
            }
            pos++;
        }
    }

    private String quotedInPieces(boolean single) {
        char quote = single ? '\'' : '"';
        while (true) {
            if (in.atDocumentMark()) {
                throw in.unclosed(startLine, startOffset, "found unexpected document indicator");
            }
            if (in.current() == 0) {
                throw in.unclosed(startLine, startOffset, "found unexpected end of stream");
            }
            brokeLine = false;
            quotedRun(single, quote);
            if (in.current() == quote) {
                in.pos++;
                return value.toString();
            }
            quotedGap();
        }
    }

    private void quotedRun(boolean single, char quote) {
        char[] text = in.text;
        while (!CharInput.isBlankOrBreakOrEnd(text[in.pos])) {
            char c = text[in.pos];
            if (c == quote) {
                if (!single || text[in.pos + 1] != '\'') {
                    return;
                }
                value.append('\'');
                in.pos += 2;
            } else if (c == '\\' && !single) {
                if (CharInput.isBreak(text[in.pos + 1])) {
                    in.pos++;
                    in.advanceLine();
                    brokeLine = true;
                    return;
                }
                escape();
            } else {
                value.append(c);
                in.advance();
            }
        }
    }

    private void quotedGap() {
        char[] text = in.text;
        blanks.setLength(0);
        while (isBlankOrBreak(text[in.pos])) {
            if (CharInput.isBlank(text[in.pos])) {
                if (!brokeLine) {
                    blanks.append(text[in.pos]);
                }
                in.pos++;
            } else {
                blanks.setLength(0);
                readBreak();
            }
        }
        if (!brokeLine) {
            value.append(blanks);
        } else if (leading.isEmpty()) {
            value.append(trailing);
            trailing.setLength(0);
        } else {
            joinLines();
        }
    }

    private void escape() {
        char c = in.ahead(1);
        int digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
        if (digits == 0) {
            value.append(simpleEscape(c));
            in.pos += 2;
            return;
        }
        in.pos += 2;
        long code = 0;
        for (int i = 0; i < digits; i++) {
            int digit = Character.digit(in.ahead(i), 16);
            if (digit < 0 || in.ahead(i) > 'f') {
                throw in.error(startLine, "did not find expected hexdecimal number");
            }
            code = code * 16 + digit;
        }
        if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) {
            throw in.error(startLine, "found invalid Unicode character escape code");
        }
        value.appendCodePoint((int) code);
        in.pos += digits;
    }

    private char simpleEscape(char c) {
        return switch (c) {
            case '0' -> 0;
            case 'a' -> '\u0007';
            case 'b' -> '\b';
            case 't', '\t' -> '\t';
            case 'n' -> '\n';
            case 'v' -> '\u000B';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case 'e' -> '\u001B';
            case ' ' -> ' ';
            case '"' -> '"';
            case '\'' -> '\'';
            case '/' -> '/';
            case '\\' -> '\\';
            case 'N' -> '\u0085';
            case '_' -> '\u00A0';
            case 'L' -> '\u2028';
            case 'P' -> '\u2029';
            default -> throw in.error(startLine, "found unknown escape character");
        };
    }
}
