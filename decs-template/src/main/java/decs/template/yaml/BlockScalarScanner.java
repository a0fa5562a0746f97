package decs.template.yaml;

/** Literal ({@code |}) and folded ({@code >}) scalars. */
final class BlockScalarScanner {
    private static final String CONTEXT_TAB = "found a tab character where an indentation space is expected";

    private final CharInput in;
    private final StringBuilder value = new StringBuilder();
    private final StringBuilder breaks = new StringBuilder();
    private final StringBuilder leading = new StringBuilder();

    private int startLine;
    private int increment;
    private char chomping;

    BlockScalarScanner(CharInput in) {
        this.in = in;
    }

    void scan(TokenQueue tokens, int parentIndent) {
        startLine = in.line;
        int startOffset = in.pos;
        boolean literal = in.current() == '|';
        in.pos++;
        readHeader();
        int indent = increment == 0 ? 0 : Math.max(parentIndent, 0) + increment;
        value.setLength(0);
        breaks.setLength(0);
        leading.setLength(0);
        indent = readBreaks(indent, parentIndent);
        readLines(indent, literal);
        if (chomping != '-') {
            value.append(leading);
        }
        if (chomping == '+') {
            value.append(breaks);
        }
        tokens.addScalar(literal ? ScalarStyle.LITERAL : ScalarStyle.FOLDED, startLine, startOffset, value.toString());
    }

    private void readHeader() {
        increment = 0;
        chomping = 0;
        if (isChomping(in.current())) {
            chomping = in.current();
            in.pos++;
            readIncrement();
        } else if (readIncrement() && isChomping(in.current())) {
            chomping = in.current();
            in.pos++;
        }
        in.skipBlanks();
        if (in.current() == '#') {
            in.skipToBreak();
        }
        if (!CharInput.isBreakOrEnd(in.current())) {
            throw in.error(startLine, "did not find expected comment or line break");
        }
        if (CharInput.isBreak(in.current())) {
            in.advanceLine();
        }
    }

    private static boolean isChomping(char c) {
        return c == '+' || c == '-';
    }

    private boolean readIncrement() {
        char c = in.current();
        if (c < '0' || c > '9') {
            return false;
        }
        if (c == '0') {
            throw in.error(startLine, "found an indentation indicator equal to 0");
        }
        increment = c - '0';
        in.pos++;
        return true;
    }

    private void readLines(int indent, boolean literal) {
        boolean leadingBlank = false;
        while (in.column() == indent && in.current() != 0) {
            boolean blank = CharInput.isBlank(in.current());
            boolean joins = !literal && !leading.isEmpty() && leading.charAt(0) == '\n' && !leadingBlank && !blank;
            if (!joins) {
                value.append(leading);
            } else if (breaks.isEmpty()) {
                value.append(' ');
            }
            leading.setLength(0);
            value.append(breaks);
            breaks.setLength(0);
            leadingBlank = blank;
            int from = in.pos;
            in.skipToBreak();
            value.append(in.text, from, in.pos - from);
            if (in.current() != 0) {
                in.readBreak(leading);
            }
            readBreaks(indent, 0);
        }
        in.checkReadable();
    }

    /** Over indentation and empty lines; with an {@code indent} of 0 finds it and returns it. */
    private int readBreaks(int indent, int parentIndent) {
        int widest = 0;
        while (true) {
            while ((indent == 0 || in.column() < indent) && in.current() == ' ') {
                in.pos++;
            }
            widest = Math.max(widest, in.column());
            if ((indent == 0 || in.column() < indent) && in.current() == '\t') {
                throw in.error(startLine, CONTEXT_TAB);
            }
            if (!CharInput.isBreak(in.current())) {
                break;
            }
            in.readBreak(breaks);
        }
        return indent != 0 ? indent : Math.max(widest, Math.max(parentIndent + 1, 1));
    }
}
