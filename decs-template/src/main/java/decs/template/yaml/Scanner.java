package decs.template.yaml;

import java.util.Arrays;

/**
 * Characters to tokens, by the rules of YAML 1.1 as libyaml and its Go descendants apply them: indentation becomes
 * start and end tokens, and a text that turns out to be a key gets its tokens put in front of it. Mirrors: go-yaml
 * yaml_parser_fetch_next_token in what is accepted and in the wording of what is not.
 */
final class Scanner {
    private static final int DEEPEST = 10_000;

    private final CharInput in;
    private final TokenQueue tokens = new TokenQueue();
    private final SimpleKeys keys = new SimpleKeys();
    private final PropertyScanner properties;
    private final BlockScalarScanner blockScalars;
    private final FlowScalarScanner flowScalars;

    private int flowDepth;
    private int indent = -1;
    private int[] indents = new int[16];
    private int indentDepth;
    private boolean keyAllowed = true;
    private boolean ended;

    Scanner(CharInput in) {
        this.in = in;
        properties = new PropertyScanner(in);
        TextCache cache = new TextCache(in.text);
        blockScalars = new BlockScalarScanner(in);
        flowScalars = new FlowScalarScanner(in, cache);
    }

    /** The queue with a token at its head that is sure to stay the head; the stream's end is never taken away. */
    TokenQueue peek() {
        while (!ended && needsMore()) {
            fetch();
        }
        return tokens;
    }

    private boolean needsMore() {
        return tokens.size() < in.dialect.tokensAhead || (keys.mayStartAt(tokens.taken()) && keyStillValid());
    }

    private boolean keyStillValid() {
        int level = keys.lowest();
        return keys.isPossible(level) && checkKey(level);
    }

    /** Whether the noted key of a level can still be one; complains when it had to be. */
    private boolean checkKey(int level) {
        if (keys.line(level) == in.line && in.index() - keys.index(level) <= SimpleKeys.LONGEST) {
            return true;
        }
        if (keys.isRequired(level)) {
            throw keyWithoutColon(level);
        }
        keys.forget(level);
        return false;
    }

    private YamlException keyWithoutColon(int level) {
        return in.error(keys.line(level), "could not find expected ':'");
    }

    private void fetch() {
        skipToToken();
        in.checkReadable();
        unrollTo(in.column());
        char c = in.current();
        if (c == 0) {
            fetchEnd();
        } else if (in.column() == 0 && c == '%') {
            fetchDirective();
        } else if (in.atDocumentMark()) {
            startAfresh();
            addAndAdvance(c == '-' ? Token.DOCUMENT_START : Token.DOCUMENT_END, 3);
        } else if (!fetchIndicator(c) && !fetchScalar(c)) {
            throw in.error(in.line, "found character that cannot start any token");
        }
    }

    private boolean fetchIndicator(char c) {
        switch (c) {
            case '[' -> startFlow(Token.FLOW_SEQUENCE_START);
            case '{' -> startFlow(Token.FLOW_MAPPING_START);
            case ']' -> endFlow(Token.FLOW_SEQUENCE_END);
            case '}' -> endFlow(Token.FLOW_MAPPING_END);
            case ',' -> {
                dropKey();
                keyAllowed = true;
                addAndAdvance(Token.FLOW_ENTRY, 1);
            }
            case '-', '?', ':' -> {
                boolean separate = CharInput.isBlankOrBreakOrEnd(in.ahead(1));
                if (!separate && (c == '-' || flowDepth == 0)) {
                    return false;
                }
                fetchBlockIndicator(c);
            }
            case '*' -> fetchAnchor(Token.ALIAS);
            case '&' -> fetchAnchor(Token.ANCHOR);
            case '!' -> {
                noteKey();
                keyAllowed = false;
                properties.tag(tokens);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void fetchBlockIndicator(char c) {
        switch (c) {
            case '-' -> fetchEntry();
            case '?' -> fetchKey();
            default -> fetchValue();
        }
    }

    private boolean fetchScalar(char c) {
        switch (c) {
            case '|', '>' -> {
                if (flowDepth > 0) {
                    return false;
                }
                dropKey();
                keyAllowed = true;
                blockScalars.scan(tokens, indent);
            }
            case '\'', '"' -> {
                noteKey();
                keyAllowed = false;
                flowScalars.quoted(tokens, c == '\'');
            }
            case '#', '%', '@', '`' -> {
                return false;
            }
            default -> {
                if (CharInput.isBlankOrBreakOrEnd(c)) {
                    return false;
                }
                noteKey();
                keyAllowed = flowScalars.plain(tokens, indent, flowDepth > 0);
            }
        }
        return true;
    }

    /** Over blanks, comments and line breaks; a tab is a blank only where no key can begin. */
    private void skipToToken() {
        char[] text = in.text;
        while (true) {
            while (text[in.pos] == ' ' || (text[in.pos] == '\t' && (flowDepth > 0 || !keyAllowed))) {
                in.pos++;
            }
            if (text[in.pos] == '#') {
                in.skipToBreak();
            }
            if (!CharInput.isBreak(text[in.pos])) {
                return;
            }
            in.advanceLine();
            if (flowDepth == 0) {
                keyAllowed = true;
            }
        }
    }

    private void addAndAdvance(Token kind, int width) {
        tokens.add(kind, in.line, in.pos);
        in.pos += width;
    }

    private void startAfresh() {
        unrollTo(-1);
        dropKey();
        keyAllowed = false;
    }

    private void fetchEnd() {
        if (in.column() != 0) {
            in.line++;
            in.lineStart = in.pos;
        }
        startAfresh();
        tokens.add(Token.STREAM_END, in.line, in.pos);
        ended = true;
    }

    private void fetchDirective() {
        startAfresh();
        properties.directive(tokens);
    }

    private void startFlow(Token kind) {
        noteKey();
        flowDepth++;
        if (flowDepth > DEEPEST) {
            throw in.error(in.line, "exceeded max depth of " + DEEPEST);
        }
        keys.enter();
        keyAllowed = true;
        addAndAdvance(kind, 1);
    }

    private void endFlow(Token kind) {
        dropKey();
        if (flowDepth > 0) {
            flowDepth--;
            keys.leave();
        }
        keyAllowed = false;
        addAndAdvance(kind, 1);
    }

    private void fetchEntry() {
        if (flowDepth == 0) {
            if (!keyAllowed) {
                throw in.error(in.line, "block sequence entries are not allowed in this context");
            }
            rollTo(in.column(), -1, Token.BLOCK_SEQUENCE_START, in.line, in.pos);
        }
        dropKey();
        keyAllowed = true;
        addAndAdvance(Token.BLOCK_ENTRY, 1);
    }

    private void fetchKey() {
        if (flowDepth == 0) {
            if (!keyAllowed) {
                throw in.error(in.line, "mapping keys are not allowed in this context");
            }
            rollTo(in.column(), -1, Token.BLOCK_MAPPING_START, in.line, in.pos);
        }
        dropKey();
        keyAllowed = flowDepth == 0;
        addAndAdvance(Token.KEY, 1);
    }

    private void fetchValue() {
        int level = flowDepth;
        if (keys.isPossible(level) && checkKey(level)) {
            int number = keys.number(level);
            tokens.insert(number, Token.KEY, keys.line(level), keys.offset(level));
            rollTo(keys.column(level), number, Token.BLOCK_MAPPING_START, keys.line(level), keys.offset(level));
            keys.forget(level);
            keyAllowed = false;
        } else {
            if (flowDepth == 0) {
                if (!keyAllowed) {
                    throw in.error(in.line, "mapping values are not allowed in this context");
                }
                rollTo(in.column(), -1, Token.BLOCK_MAPPING_START, in.line, in.pos);
            }
            keyAllowed = flowDepth == 0;
        }
        addAndAdvance(Token.VALUE, 1);
    }

    private void fetchAnchor(Token kind) {
        noteKey();
        keyAllowed = false;
        properties.anchor(tokens, kind);
    }

    /** Notes that a key may begin here; it must be one when the text stands at the block's own indentation. */
    private void noteKey() {
        if (keyAllowed) {
            boolean required = flowDepth == 0 && indent == in.column();
            dropKey();
            keys.note(flowDepth, required, tokens.nextNumber(), in);
        }
    }

    private void dropKey() {
        if (keys.isPossible(flowDepth)) {
            if (keys.isRequired(flowDepth)) {
                throw keyWithoutColon(flowDepth);
            }
            keys.forget(flowDepth);
        }
    }

    private void rollTo(int column, int number, Token kind, int line, int offset) {
        if (flowDepth > 0 || indent >= column) {
            return;
        }
        if (indentDepth == indents.length) {
            indents = Arrays.copyOf(indents, indentDepth * 2);
        }
        indents[indentDepth++] = indent;
        indent = column;
        if (indentDepth > DEEPEST) {
            throw in.error(in.line, "exceeded max depth of " + DEEPEST);
        }
        if (number < 0) {
            tokens.add(kind, line, offset);
        } else {
            tokens.insert(number, kind, line, offset);
        }
    }

    private void unrollTo(int column) {
        if (flowDepth == 0) {
            while (indent > column) {
                tokens.add(Token.BLOCK_END, in.line, in.pos);
                indent = indents[--indentDepth];
            }
        }
    }
}
