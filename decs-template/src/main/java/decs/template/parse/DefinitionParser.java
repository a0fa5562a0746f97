package decs.template.parse;

import decs.template.gofmt.GoFormat;
import decs.template.parse.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses the statements of one definition: the text itself, or a {@code define} or {@code block} in it. It has its own
 * variables and its own tokens ahead. Mirrors: text/template/parse Tree.
 */
final class DefinitionParser {
    private static final int NONE = -1;

    private final TemplateParser text;
    private final Lexer lexer;
    private final Tokens tokens;
    private final VariableScope scope = new VariableScope();
    private final ExpressionParser expressions;
    private int actionOffset = NONE;
    private int rangeDepth;
    private int opened = NONE;

    DefinitionParser(TemplateParser text, Lexer lexer) {
        this.text = text;
        this.lexer = lexer;
        this.tokens = new Tokens(lexer);
        this.expressions = new ExpressionParser(this, text, tokens, scope);
    }

    int slots() {
        return scope.slots();
    }

    /** How a list of statements ended. */
    private enum Ending {
        END("{{end}}"),
        ELSE("{{else}}");

        private final String shown;

        Ending(String shown) {
            this.shown = shown;
        }
    }

    /** The whole text, in which definitions may stand. */
    List<Statement> text() {
        List<Statement> body = new ArrayList<>();
        while (!tokens.peek().is(Kind.END_OF_TEXT)) {
            if (tokens.peek().is(Kind.LEFT_DELIMITER)) {
                Token delimiter = tokens.next();
                if (tokens.nextNonSpace().is(Kind.DEFINE)) {
                    new DefinitionParser(text, lexer).definition(delimiter.offset());
                    continue;
                }
                tokens.backup(delimiter);
            }
            Ending ending = statement(body);
            if (ending != null) {
                throw error("unexpected " + ending.shown);
            }
        }
        return body;
    }

    private void definition(int start) {
        String context = "define clause";
        Token name = tokens.nextNonSpace();
        if (!name.is(Kind.STRING) && !name.is(Kind.RAW_STRING)) {
            throw unexpected(name, context);
        }
        String plain = unquote(name);
        expect(Kind.RIGHT_DELIMITER, context);
        opened = start;
        define(plain, context);
    }

    private void define(String name, String context) {
        List<Statement> body = new ArrayList<>();
        Ending ending = statements(body);
        if (ending != Ending.END) {
            throw error("unexpected " + ending.shown + " in " + context);
        }
        if (!text.add(new Definition(name, body, scope.slots(), TemplateParser.isBlank(body)))) {
            throw error("template: multiple definition of template " + GoFormat.quote(name));
        }
    }

    private Ending statements(List<Statement> body) {
        text.enter(tokens.offset());
        while (!tokens.peekNonSpace().is(Kind.END_OF_TEXT)) {
            Ending ending = statement(body);
            if (ending != null) {
                text.leave();
                return ending;
            }
        }
        ParseException end = error("unexpected EOF");
        throw opened == NONE ? end : end.withHint("what begins on line " + text.line(opened) + " has no {{ end }}");
    }

    /** Adds one statement, or says what ended the list. */
    private Ending statement(List<Statement> body) {
        Token token = tokens.nextNonSpace();
        if (token.is(Kind.TEXT)) {
            body.add(new Statement.Text(token.offset(), token.text()));
            return null;
        }
        if (!token.is(Kind.LEFT_DELIMITER)) {
            throw unexpected(token, "input");
        }
        actionOffset = token.offset();
        Ending ending = action(body);
        actionOffset = NONE;
        return ending;
    }

    private Ending action(List<Statement> body) {
        Token token = tokens.nextNonSpace();
        switch (token.kind()) {
            case END -> {
                expect(Kind.RIGHT_DELIMITER, "end");
                return Ending.END;
            }
            case ELSE -> {
                Token next = tokens.peekNonSpace();
                if (!next.is(Kind.IF) && !next.is(Kind.WITH)) {
                    expect(Kind.RIGHT_DELIMITER, "else");
                }
                return Ending.ELSE;
            }
            case BLOCK -> body.add(block());
            case BREAK -> body.add(leave("{{break}}", new Statement.Break(token.offset())));
            case CONTINUE -> body.add(leave("{{continue}}", new Statement.Continue(token.offset())));
            case IF -> body.add(control(Kind.IF));
            case RANGE -> body.add(control(Kind.RANGE));
            case TEMPLATE -> body.add(call());
            case WITH -> body.add(control(Kind.WITH));
            default -> {
                tokens.backup();
                int offset = tokens.peek().offset();
                body.add(new Statement.Action(offset, expressions.pipeline("command", Kind.RIGHT_DELIMITER)));
            }
        }
        return null;
    }

    private Statement leave(String shown, Statement statement) {
        Token next = tokens.nextNonSpace();
        if (!next.is(Kind.RIGHT_DELIMITER)) {
            throw unexpected(next, shown);
        }
        if (rangeDepth == 0) {
            throw error(shown + " outside {{range}}");
        }
        return statement;
    }

    private Statement control(Kind keyword) {
        String context =
                switch (keyword) {
                    case IF -> "if";
                    case WITH -> "with";
                    default -> "range";
                };
        int mark = scope.mark();
        int knownMark = scope.knownMark();
        int outside = opened;
        opened = actionOffset;
        Pipeline pipeline = expressions.pipeline(context, Kind.RIGHT_DELIMITER);
        List<Statement> body = new ArrayList<>();
        List<Statement> otherwise = new ArrayList<>();
        rangeDepth += keyword == Kind.RANGE ? 1 : 0;
        int bodyMark = scope.mark();
        Ending ending = statements(body);
        scope.endBranch(bodyMark);
        rangeDepth -= keyword == Kind.RANGE ? 1 : 0;
        if (ending == Ending.ELSE) {
            if (keyword != Kind.RANGE && tokens.peek().is(keyword)) {
                tokens.next();
                text.enter(tokens.offset());
                otherwise.add(control(keyword));
                text.leave();
            } else if (statements(otherwise) != Ending.END) {
                throw error("expected end; found " + Ending.ELSE.shown);
            }
        }
        opened = outside;
        scope.release(mark, knownMark);
        int offset = pipeline.offset();
        return switch (keyword) {
            case IF -> new Statement.If(offset, pipeline, body, otherwise);
            case WITH -> new Statement.With(offset, pipeline, body, otherwise);
            default -> new Statement.Range(offset, pipeline, body, otherwise);
        };
    }

    private Statement block() {
        String context = "block clause";
        Token token = tokens.nextNonSpace();
        String name = templateName(token, context);
        Pipeline data = expressions.pipeline(context, Kind.RIGHT_DELIMITER);
        new DefinitionParser(text, lexer).define(name, context);
        return new Statement.Call(token.offset(), name, data);
    }

    private Statement call() {
        String context = "template clause";
        Token token = tokens.nextNonSpace();
        String name = templateName(token, context);
        Pipeline data = null;
        if (!tokens.nextNonSpace().is(Kind.RIGHT_DELIMITER)) {
            tokens.backup();
            data = expressions.pipeline(context, Kind.RIGHT_DELIMITER);
        }
        return new Statement.Call(token.offset(), name, data);
    }

    private String templateName(Token token, String context) {
        if (!token.is(Kind.STRING) && !token.is(Kind.RAW_STRING)) {
            throw unexpected(token, context);
        }
        return unquote(token);
    }

    private void expect(Kind kind, String context) {
        Token token = tokens.nextNonSpace();
        if (!token.is(kind)) {
            throw unexpected(token, context);
        }
    }

    String unquote(Token token) {
        String value = Quoted.text(token.text());
        if (value == null) {
            throw error(Quoted.INVALID);
        }
        return value;
    }

    ParseException error(String message) {
        return text.error(tokens.offset(), message);
    }

    ParseException unexpected(Token token, String context) {
        if (!token.is(Kind.ERROR)) {
            return error("unexpected " + token + " in " + context);
        }
        String extra = "";
        if (actionOffset != NONE && text.line(actionOffset) != text.line(token.offset())) {
            extra = (token.text().endsWith(" action") ? "" : " in action") + " started at " + text.sourceName() + ":"
                    + text.line(actionOffset);
        }
        return error(token + extra);
    }
}
