package decs.helm.repo;

/**
 * Knows whether the lines that follow a line of block-style YAML still belong to its scalar: the rest of a quoted text, of
 * a literal block, or of a plain text that was folded.
 */
final class ScalarSkip {
    private byte quote;
    private int below = -1;

    /** Whether a quoted text is still open. */
    boolean open() {
        return quote != 0;
    }

    /** Whether a line of this indent goes on with the scalar of the lines before. */
    boolean goesOn(int indent) {
        if (below >= 0 && indent > below) {
            return true;
        }
        below = -1;
        return false;
    }

    /** Reads one more line of an open quoted text. */
    void quoted(byte[] line, int from, int end) {
        close(line, from, end);
    }

    /**
     * Looks at a line of a mapping or sequence.
     *
     * @return false when the line ends with something whose end only a real parser can tell
     */
    boolean begins(byte[] line, int from, int end, int indent) {
        int at = from;
        int column = indent;
        int dash = indent - 1;
        while (at + 1 < end && line[at] == '-' && line[at + 1] == ' ') {
            int next = at + 1;
            while (next < end && line[next] == ' ') {
                next++;
            }
            dash = column;
            column += next - at;
            at = next;
        }
        if (at >= end) {
            return true;
        }
        int value = isQuote(line[at]) ? afterQuotedKey(line, at, end) : afterKey(line, at, end);
        if (value == end) {
            return true; // a key whose value follows on lines of its own
        }
        int owner = value < 0 ? dash : column;
        return scalar(line, value < 0 ? at : value, end, owner);
    }

    private boolean scalar(byte[] line, int at, int end, int owner) {
        switch (line[at]) {
            case '"', '\'' -> {
                quote = line[at];
                close(line, at + 1, end);
            }
            case '|', '>' -> below = owner;
            case '[', '{' -> {
                return closedFlow(line, at, end);
            }
            case '&', '*', '!', '?', '%', '@', '`' -> {
                return false;
            }
            default -> below = line[at] == '#' ? -1 : owner;
        }
        return true;
    }

    /** Where the value behind {@code key:} begins; {@code end} when there is none, -1 when the line has no key. */
    private static int afterKey(byte[] line, int from, int end) {
        for (int i = from; i < end; i++) {
            if (line[i] == ':' && (i + 1 == end || line[i + 1] == ' ')) {
                return skipBlanks(line, i + 1, end);
            }
            if (line[i] == '#' && i > from && line[i - 1] == ' ') {
                return -1;
            }
        }
        return -1;
    }

    private static int afterQuotedKey(byte[] line, int from, int end) {
        int close = closing(line, from + 1, end, line[from]);
        return close >= 0 && close + 1 < end && line[close + 1] == ':' ? skipBlanks(line, close + 2, end) : -1;
    }

    private static int skipBlanks(byte[] line, int from, int end) {
        int at = from;
        while (at < end && line[at] == ' ') {
            at++;
        }
        return at < end && line[at] == '#' ? end : at;
    }

    private void close(byte[] line, int from, int end) {
        if (closing(line, from, end, quote) >= 0) {
            quote = 0;
        }
    }

    private static int closing(byte[] line, int from, int end, byte quote) {
        for (int i = from; i < end; i++) {
            if (quote == '"' && line[i] == '\\') {
                i++;
            } else if (line[i] == quote) {
                if (quote == '\'' && i + 1 < end && line[i + 1] == '\'') {
                    i++;
                } else {
                    return i;
                }
            }
        }
        return -1;
    }

    private static boolean closedFlow(byte[] line, int from, int end) {
        int depth = 0;
        for (int i = from; i < end; i++) {
            switch (line[i]) {
                case '[', '{' -> depth++;
                case ']', '}' -> depth--;
                case '"', '\'', '#', '&', '*' -> {
                    return false;
                }
                default -> {}
            }
            if (depth == 0) {
                return skipBlanks(line, i + 1, end) == end;
            }
        }
        return false;
    }

    private static boolean isQuote(byte b) {
        return b == '"' || b == '\'';
    }
}
