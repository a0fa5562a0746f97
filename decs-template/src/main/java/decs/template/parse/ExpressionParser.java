package decs.template.parse;

import decs.template.gofmt.GoFormat;
import decs.template.parse.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Parses what stands inside an action: pipelines, commands, operands. Mirrors: text/template/parse Tree.pipeline. */
final class ExpressionParser {
    private final DefinitionParser definition;
    private final TemplateParser text;
    private final Tokens tokens;
    private final VariableScope scope;

    ExpressionParser(DefinitionParser definition, TemplateParser text, Tokens tokens, VariableScope scope) {
        this.definition = definition;
        this.text = text;
        this.tokens = tokens;
        this.scope = scope;
    }

    Pipeline pipeline(String context, Kind end) {
        text.enter(tokens.offset());
        int offset = tokens.peekNonSpace().offset();
        Targets targets = targets(context);
        List<Command> commands = new ArrayList<>();
        while (true) {
            Token token = tokens.nextNonSpace();
            if (token.is(end)) {
                break;
            }
            if (!startsOperand(token.kind())) {
                throw definition.unexpected(token, context);
            }
            tokens.backup();
            commands.add(command());
        }
        check(commands, context);
        text.leave();
        return new Pipeline(offset, resolve(targets, context), targets.assigns, commands);
    }

    private static boolean startsOperand(Kind kind) {
        return switch (kind) {
            case BOOL,
                    CHAR_CONSTANT,
                    COMPLEX,
                    DOT,
                    FIELD,
                    IDENTIFIER,
                    NUMBER,
                    NIL,
                    RAW_STRING,
                    STRING,
                    VARIABLE,
                    LEFT_PAREN -> true;
            default -> false;
        };
    }

    private void check(List<Command> commands, String context) {
        if (commands.isEmpty()) {
            throw definition.error("missing value for " + context);
        }
        for (int i = 1; i < commands.size(); i++) {
            Operand first = commands.get(i).operands().get(0);
            if (first instanceof Operand.Bool
                    || first instanceof Operand.Dot
                    || first instanceof Operand.Nil
                    || first instanceof Operand.Constant
                    || first instanceof Operand.Text) {
                throw definition.error("non executable command in pipeline stage " + (i + 1));
            }
        }
    }

    /** The names before {@code :=} or {@code =}. */
    private static final class Targets {
        private final List<String> names = new ArrayList<>(2);
        private boolean assigns;
    }

    private Targets targets(String context) {
        Targets targets = new Targets();
        while (tokens.peekNonSpace().is(Kind.VARIABLE)) {
            Token variable = tokens.next();
            Token after = tokens.peek();
            Token next = tokens.peekNonSpace();
            if (next.is(Kind.ASSIGN) || next.is(Kind.DECLARE)) {
                targets.assigns = next.is(Kind.ASSIGN);
                tokens.nextNonSpace();
                targets.names.add(variable.text());
                break;
            }
            if (next.is(Kind.CHAR) && next.text().equals(",")) {
                tokens.nextNonSpace();
                targets.names.add(variable.text());
                checkList(targets, context);
                continue;
            }
            if (after.is(Kind.SPACE)) {
                tokens.backup(variable, after);
            } else {
                tokens.backup(variable);
            }
            break;
        }
        targets.names.forEach(scope::announce);
        return targets;
    }

    private void checkList(Targets targets, String context) {
        if (!context.equals("range") || targets.names.size() > 1) {
            throw definition.error("too many declarations in " + context);
        }
        Kind kind = tokens.peekNonSpace().kind();
        if (kind != Kind.VARIABLE && kind != Kind.RIGHT_DELIMITER && kind != Kind.RIGHT_PAREN) {
            throw definition.error("range can only initialize variables");
        }
    }

    /** Of the targets of a range the last takes the items. */
    private List<Pipeline.Target> resolve(Targets targets, String context) {
        boolean range = context.equals("range");
        List<Pipeline.Target> resolved = new ArrayList<>(targets.names.size());
        for (String name : targets.names) {
            Variable variable = targets.assigns ? scope.assign(name) : scope.declare(name);
            boolean last = resolved.size() == targets.names.size() - 1;
            if (variable != null && range && last) {
                variable.noteItem();
            }
            resolved.add(new Pipeline.Target(name, variable));
        }
        return resolved;
    }

    private Command command() {
        int offset = tokens.peekNonSpace().offset();
        List<Operand> operands = new ArrayList<>(3);
        while (true) {
            tokens.peekNonSpace();
            Operand operand = operand();
            if (operand != null) {
                operands.add(operand);
            }
            Token token = tokens.next();
            if (token.is(Kind.SPACE)) {
                continue;
            }
            if (token.is(Kind.RIGHT_DELIMITER) || token.is(Kind.RIGHT_PAREN)) {
                tokens.backup();
            } else if (!token.is(Kind.PIPE)) {
                throw definition.unexpected(token, "operand");
            }
            break;
        }
        if (operands.isEmpty()) {
            throw definition.error("empty command");
        }
        return new Command(offset, operands);
    }

    private Operand operand() {
        Operand term = term();
        if (term == null || !tokens.peek().is(Kind.FIELD)) {
            return term;
        }
        int offset = tokens.peek().offset();
        List<String> fields = new ArrayList<>();
        while (tokens.peek().is(Kind.FIELD)) {
            fields.add(fieldName(tokens.next()));
        }
        if (term instanceof Operand.Field field) {
            List<String> all = new ArrayList<>(field.names());
            all.addAll(fields);
            return new Operand.Field(offset, all);
        }
        if (term instanceof Operand.VariableUse use) {
            return new Operand.VariableUse(offset, use.name(), use.variable(), fields);
        }
        if (term instanceof Pipeline || term instanceof Operand.FunctionName) {
            return new Operand.Chain(offset, term, fields);
        }
        throw definition.error("unexpected . after term " + GoFormat.quote(term.toString()));
    }

    private Operand term() {
        Token token = tokens.nextNonSpace();
        int offset = token.offset();
        return switch (token.kind()) {
            case IDENTIFIER -> function(token);
            case DOT -> new Operand.Dot(offset);
            case NIL -> new Operand.Nil(offset);
            case VARIABLE -> variable(token);
            case FIELD -> new Operand.Field(offset, List.of(fieldName(token)));
            case BOOL -> new Operand.Bool(offset, token.text().equals("true"));
            case CHAR_CONSTANT, COMPLEX, NUMBER -> number(token);
            case LEFT_PAREN -> pipeline("parenthesized pipeline", Kind.RIGHT_PAREN);
            case STRING, RAW_STRING -> new Operand.Text(offset, token.text(), definition.unquote(token));
            default -> {
                tokens.backup();
                yield null;
            }
        };
    }

    private Operand function(Token token) {
        if (!text.usesFunction(token.text())) {
            throw text.unknownFunction(tokens.offset(), token.text());
        }
        return new Operand.FunctionName(token.offset(), token.text());
    }

    private Operand variable(Token token) {
        String name = token.text();
        if (!scope.knows(name)) {
            throw definition.error("undefined variable " + GoFormat.quote(name));
        }
        return new Operand.VariableUse(token.offset(), name, scope.find(name), List.of());
    }

    private Operand number(Token token) {
        Object read = NumberText.read(token);
        if (read instanceof Numeral numeral) {
            return new Operand.Constant(token.offset(), numeral);
        }
        throw definition.error((String) read);
    }

    private String fieldName(Token token) {
        return text.unique(token.text().substring(1));
    }
}
