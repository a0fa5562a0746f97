package decs.template.yaml;

import java.util.Arrays;

/**
 * Tokens to events. A stack of states says what may come next, so that no depth of nesting uses the Java stack. The
 * event's parts are fields, overwritten by the next one. Mirrors: go-yaml yaml_parser_state_machine in what is accepted
 * and in the wording of what is not.
 */
final class YamlParser {
    private enum State {
        FIRST_DOCUMENT,
        DOCUMENT,
        DOCUMENT_CONTENT,
        DOCUMENT_END,
        BLOCK_NODE,
        BLOCK_SEQUENCE_FIRST,
        BLOCK_SEQUENCE,
        INDENTLESS_SEQUENCE,
        BLOCK_MAPPING_FIRST,
        BLOCK_MAPPING_KEY,
        BLOCK_MAPPING_VALUE,
        FLOW_SEQUENCE_FIRST,
        FLOW_SEQUENCE,
        FLOW_PAIR_KEY,
        FLOW_PAIR_VALUE,
        FLOW_PAIR_END,
        FLOW_MAPPING_FIRST,
        FLOW_MAPPING_KEY,
        FLOW_MAPPING_VALUE,
        FLOW_MAPPING_NO_VALUE,
        END
    }

    YamlEvent event;
    String value;
    String anchor;
    String tag;
    ScalarStyle style;
    int line;
    int offset;

    /** Whether a collection is written in brackets. */
    boolean inFlow;

    private final CharInput in;
    private final Scanner scanner;
    private final TokenQueue tokens;
    private final TagDirectives directives = new TagDirectives();
    private State state = State.FIRST_DOCUMENT;
    private State[] states = new State[16];
    private int stateDepth;
    private int[] contexts = new int[16];
    private int contextDepth;

    YamlParser(CharInput in) {
        this.in = in;
        this.scanner = new Scanner(in);
        this.tokens = scanner.peek();
    }

    YamlEvent next() {
        return switch (state) {
            case FIRST_DOCUMENT -> document(true);
            case DOCUMENT -> document(false);
            case DOCUMENT_CONTENT -> documentContent();
            case DOCUMENT_END -> documentEnd();
            case BLOCK_NODE -> node(true, false);
            case BLOCK_SEQUENCE_FIRST -> {
                enter();
                yield blockSequence();
            }
            case BLOCK_SEQUENCE -> blockSequence();
            case INDENTLESS_SEQUENCE -> indentlessSequence();
            case BLOCK_MAPPING_FIRST -> {
                enter();
                yield blockMappingKey();
            }
            case BLOCK_MAPPING_KEY -> blockMappingKey();
            case BLOCK_MAPPING_VALUE -> blockMappingValue();
            case FLOW_SEQUENCE_FIRST -> {
                enter();
                yield flowSequence(true);
            }
            case FLOW_SEQUENCE -> flowSequence(false);
            case FLOW_PAIR_KEY -> flowPairKey();
            case FLOW_PAIR_VALUE -> flowPairValue();
            case FLOW_PAIR_END -> {
                state = State.FLOW_SEQUENCE;
                yield emit(YamlEvent.MAPPING_END);
            }
            case FLOW_MAPPING_FIRST -> {
                enter();
                yield flowMappingKey(true);
            }
            case FLOW_MAPPING_KEY -> flowMappingKey(false);
            case FLOW_MAPPING_VALUE -> flowMappingValue();
            case FLOW_MAPPING_NO_VALUE -> {
                peek();
                yield empty(State.FLOW_MAPPING_KEY);
            }
            case END -> emit(YamlEvent.STREAM_END);
        };
    }

    private Token peek() {
        return scanner.peek().kind();
    }

    private YamlEvent emit(YamlEvent kind) {
        event = kind;
        line = tokens.line();
        offset = tokens.offset();
        value = null;
        anchor = null;
        tag = null;
        style = null;
        return kind;
    }

    /** An event for what the text leaves out. */
    private YamlEvent empty(State then) {
        state = then;
        emit(YamlEvent.SCALAR);
        value = "";
        style = ScalarStyle.PLAIN;
        return event;
    }

    private void push(State then) {
        if (stateDepth == states.length) {
            states = Arrays.copyOf(states, stateDepth * 2);
        }
        states[stateDepth++] = then;
    }

    private void pop() {
        state = states[--stateDepth];
    }

    private void enter() {
        peek();
        if (contextDepth == contexts.length) {
            contexts = Arrays.copyOf(contexts, contextDepth * 2);
        }
        contexts[contextDepth++] = tokens.line();
        tokens.take();
    }

    private YamlEvent leave(YamlEvent kind) {
        pop();
        contextDepth--;
        emit(kind);
        tokens.take();
        return kind;
    }

    private YamlException error(int contextLine, String problem) {
        return in.dialect.error(in.source.at(tokens.offset()), problem, contextLine, tokens.line(), false);
    }

    private YamlEvent document(boolean first) {
        Token token = peek();
        if (!first) {
            while (token == Token.DOCUMENT_END) {
                tokens.take();
                token = peek();
            }
        }
        boolean directive = token == Token.VERSION_DIRECTIVE || token == Token.TAG_DIRECTIVE;
        if (token == Token.STREAM_END) {
            state = State.END;
            return emit(YamlEvent.STREAM_END);
        }
        if (first && !directive && token != Token.DOCUMENT_START) {
            push(State.DOCUMENT_END);
            state = State.BLOCK_NODE;
            return emit(YamlEvent.DOCUMENT_START);
        }
        readDirectives();
        if (peek() != Token.DOCUMENT_START) {
            throw error(0, "did not find expected <document start>");
        }
        push(State.DOCUMENT_END);
        state = State.DOCUMENT_CONTENT;
        emit(YamlEvent.DOCUMENT_START);
        tokens.take();
        return event;
    }

    private void readDirectives() {
        boolean versioned = false;
        for (Token token = peek(); ; token = peek()) {
            if (token == Token.VERSION_DIRECTIVE) {
                if (versioned) {
                    throw error(0, "found duplicate %YAML directive");
                }
                versioned = true;
                if (!in.dialect.readsVersion(tokens.value())) {
                    throw error(0, "found incompatible YAML document");
                }
            } else if (token == Token.TAG_DIRECTIVE) {
                if (!directives.add(tokens.value(), tokens.extra())) {
                    throw error(0, "found duplicate %TAG directive");
                }
            } else {
                return;
            }
            tokens.take();
        }
    }

    private YamlEvent documentContent() {
        return switch (peek()) {
            case VERSION_DIRECTIVE, TAG_DIRECTIVE, DOCUMENT_START, DOCUMENT_END, STREAM_END -> {
                pop();
                yield empty(state);
            }
            default -> node(true, false);
        };
    }

    private YamlEvent documentEnd() {
        Token token = peek();
        emit(YamlEvent.DOCUMENT_END);
        if (token == Token.DOCUMENT_END) {
            tokens.take();
        }
        directives.clear();
        state = State.DOCUMENT;
        return event;
    }

    private YamlEvent node(boolean inBlock, boolean indentless) {
        Token token = peek();
        if (token == Token.ALIAS) {
            pop();
            emit(YamlEvent.ALIAS);
            value = tokens.value();
            tokens.take();
            return event;
        }
        if (token == Token.ANCHOR || token == Token.TAG) {
            return nodeWithProperties(inBlock, indentless);
        }
        YamlEvent known = content(token, inBlock, indentless);
        if (known == null) {
            throw error(tokens.line(), "did not find expected node content");
        }
        return known;
    }

    private YamlEvent nodeWithProperties(boolean inBlock, boolean indentless) {
        int startLine = tokens.line();
        int startOffset = tokens.offset();
        String name = null;
        String fullTag = null;
        for (Token token = peek(); ; token = peek()) {
            if (token == Token.ANCHOR && name == null) {
                name = tokens.value();
            } else if (token == Token.TAG && fullTag == null) {
                fullTag = directives.resolve(tokens.value(), tokens.extra());
                if (fullTag == null) {
                    throw error(startLine, "found undefined tag handle");
                }
            } else {
                break;
            }
            tokens.take();
        }
        YamlEvent known = content(tokens.kind(), inBlock, indentless);
        if (known == null) {
            pop();
            known = empty(state);
        }
        anchor = name;
        tag = fullTag;
        line = startLine;
        offset = startOffset;
        return known;
    }

    /** The event for a node's own token, or null when the token begins none. */
    private YamlEvent content(Token token, boolean inBlock, boolean indentless) {
        switch (token) {
            case SCALAR -> {
                pop();
                emit(YamlEvent.SCALAR);
                value = tokens.value();
                style = tokens.style();
                tokens.take();
                return event;
            }
            case BLOCK_ENTRY -> {
                return indentless ? start(YamlEvent.SEQUENCE_START, State.INDENTLESS_SEQUENCE, false) : null;
            }
            case FLOW_SEQUENCE_START -> {
                return start(YamlEvent.SEQUENCE_START, State.FLOW_SEQUENCE_FIRST, true);
            }
            case FLOW_MAPPING_START -> {
                return start(YamlEvent.MAPPING_START, State.FLOW_MAPPING_FIRST, true);
            }
            case BLOCK_SEQUENCE_START -> {
                return inBlock ? start(YamlEvent.SEQUENCE_START, State.BLOCK_SEQUENCE_FIRST, false) : null;
            }
            case BLOCK_MAPPING_START -> {
                return inBlock ? start(YamlEvent.MAPPING_START, State.BLOCK_MAPPING_FIRST, false) : null;
            }
            default -> {
                return null;
            }
        }
    }

    private YamlEvent start(YamlEvent kind, State then, boolean flow) {
        state = then;
        inFlow = flow;
        return emit(kind);
    }

    private YamlEvent blockSequence() {
        Token token = peek();
        if (token == Token.BLOCK_ENTRY) {
            tokens.take();
            token = peek();
            if (token == Token.BLOCK_ENTRY || token == Token.BLOCK_END) {
                return empty(State.BLOCK_SEQUENCE);
            }
            push(State.BLOCK_SEQUENCE);
            return node(true, false);
        }
        if (token != Token.BLOCK_END) {
            throw error(contexts[contextDepth - 1], "did not find expected '-' indicator");
        }
        return leave(YamlEvent.SEQUENCE_END);
    }

    private YamlEvent indentlessSequence() {
        if (peek() != Token.BLOCK_ENTRY) {
            pop();
            return emit(YamlEvent.SEQUENCE_END);
        }
        tokens.take();
        Token token = peek();
        if (token == Token.BLOCK_ENTRY || endsBlockPart(token)) {
            return empty(State.INDENTLESS_SEQUENCE);
        }
        push(State.INDENTLESS_SEQUENCE);
        return node(true, false);
    }

    private static boolean endsBlockPart(Token token) {
        return token == Token.KEY || token == Token.VALUE || token == Token.BLOCK_END;
    }

    private YamlEvent blockMappingKey() {
        Token token = peek();
        if (token == Token.KEY) {
            tokens.take();
            return blockPart(State.BLOCK_MAPPING_VALUE);
        }
        if (token != Token.BLOCK_END) {
            throw error(contexts[contextDepth - 1], "did not find expected key");
        }
        return leave(YamlEvent.MAPPING_END);
    }

    private YamlEvent blockMappingValue() {
        if (peek() != Token.VALUE) {
            return empty(State.BLOCK_MAPPING_KEY);
        }
        tokens.take();
        return blockPart(State.BLOCK_MAPPING_KEY);
    }

    private YamlEvent blockPart(State then) {
        if (endsBlockPart(peek())) {
            return empty(then);
        }
        push(then);
        return node(true, true);
    }

    private YamlEvent flowSequence(boolean first) {
        Token token = peek();
        if (token != Token.FLOW_SEQUENCE_END) {
            if (!first) {
                token = flowSeparator(token, "did not find expected ',' or ']'");
            }
            if (token == Token.KEY) {
                state = State.FLOW_PAIR_KEY;
                inFlow = true;
                emit(YamlEvent.MAPPING_START);
                tokens.take();
                return event;
            }
            if (token != Token.FLOW_SEQUENCE_END) {
                push(State.FLOW_SEQUENCE);
                return node(false, false);
            }
        }
        return leave(YamlEvent.SEQUENCE_END);
    }

    private Token flowSeparator(Token token, String otherwise) {
        if (token != Token.FLOW_ENTRY) {
            throw error(contexts[contextDepth - 1], otherwise);
        }
        tokens.take();
        return peek();
    }

    private YamlEvent flowPairKey() {
        Token token = peek();
        if (token != Token.VALUE && token != Token.FLOW_ENTRY && token != Token.FLOW_SEQUENCE_END) {
            push(State.FLOW_PAIR_VALUE);
            return node(false, false);
        }
        empty(State.FLOW_PAIR_VALUE);
        tokens.take();
        return event;
    }

    private YamlEvent flowPairValue() {
        if (peek() == Token.VALUE) {
            tokens.take();
            Token token = peek();
            if (token != Token.FLOW_ENTRY && token != Token.FLOW_SEQUENCE_END) {
                push(State.FLOW_PAIR_END);
                return node(false, false);
            }
        }
        return empty(State.FLOW_PAIR_END);
    }

    private YamlEvent flowMappingKey(boolean first) {
        Token token = peek();
        if (token != Token.FLOW_MAPPING_END) {
            if (!first) {
                token = flowSeparator(token, "did not find expected ',' or '}'");
            }
            if (token == Token.KEY) {
                tokens.take();
                return flowPart(State.FLOW_MAPPING_VALUE);
            }
            if (token != Token.FLOW_MAPPING_END) {
                push(State.FLOW_MAPPING_NO_VALUE);
                return node(false, false);
            }
        }
        return leave(YamlEvent.MAPPING_END);
    }

    private YamlEvent flowPart(State then) {
        Token token = peek();
        boolean ends = token == Token.FLOW_ENTRY
                || token == Token.FLOW_MAPPING_END
                || (token == Token.VALUE && then == State.FLOW_MAPPING_VALUE);
        if (ends) {
            return empty(then);
        }
        push(then);
        return node(false, false);
    }

    private YamlEvent flowMappingValue() {
        if (peek() != Token.VALUE) {
            return empty(State.FLOW_MAPPING_KEY);
        }
        tokens.take();
        return flowPart(State.FLOW_MAPPING_KEY);
    }
}
