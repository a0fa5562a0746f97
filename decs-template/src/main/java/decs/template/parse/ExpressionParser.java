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
        targets.noteUse(context);
        text.leave();
        return new Pipeline(offset, targets.list, targets.assigns, commands);
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
                    || first instanceof Operand.Number
                    || first instanceof Operand.Text) {
                throw definition.error("non executable command in pipeline stage " + (i + 1));
            }
        }
    }

    /** The variables before {@code :=} or {@code =}. */
    private static final class Targets {
        private final List<Pipeline.Target> list = new ArrayList<>(2);
        private boolean assigns;

        /** Of the targets of a range, each takes an item or a key; a pipeline's result shows where nothing is ranged over. */
        void noteUse(String context) {
            for (int i = 0; i < list.size(); i++) {
                Variable variable = list.get(i).variable();
                if (variable != null && context.equals("range") && i == list.size() - 1) {
                    variable.noteItem();
                }
                if (variable != null && (!context.equals("range") || assigns)) {
                    variable.noteResult();
                }
            }
        }
    }

    private Targets targets(String context) {
        Targets targets = new Targets();
        List<String> names = new ArrayList<>(2);
        while (tokens.peekNonSpace().is(Kind.VARIABLE)) {
            Token variable = tokens.next();
            Token after = tokens.peek();
            Token next = tokens.peekNonSpace();
            if (next.is(Kind.ASSIGN) || next.is(Kind.DECLARE)) {
                targets.assigns = next.is(Kind.ASSIGN);
                tokens.nextNonSpace();
                names.add(variable.text());
                break;
            }
            if (next.is(Kind.CHAR) && next.text().equals(",")) {
                tokens.nextNonSpace();
                names.add(variable.text());
                if (!context.equals("range") || names.size() > 1) {
                    throw definition.error("too many declarations in " + context);
                }
                Kind kind = tokens.peekNonSpace().kind();
                if (kind != Kind.VARIABLE && kind != Kind.RIGHT_DELIMITER && kind != Kind.RIGHT_PAREN) {
                    throw definition.error("range can only initialize variables");
                }
                continue;
            }
            if (after.is(Kind.SPACE)) {
                tokens.backup(variable, after);
            } else {
                tokens.backup(variable);
            }
            break;
        }
        names.forEach(name -> targets.list.add(target(name, targets.assigns)));
        return targets;
    }

    private Pipeline.Target target(String name, boolean assigned) {
        if (!assigned) {
            return new Pipeline.Target(name, scope.declare(name));
        }
        Variable existing = scope.find(name);
        if (existing == null) {
            scope.addUndeclared(name);
        }
        return new Pipeline.Target(name, existing);
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
        switch (token.kind()) {
            case IDENTIFIER:
                if (!text.usesFunction(token.text())) {
                    throw definition.error("function " + GoFormat.quote(token.text()) + " not defined");
                }
                return new Operand.FunctionName(offset, token.text());
            case DOT:
                return new Operand.Dot(offset);
            case NIL:
                return new Operand.Nil(offset);
            case VARIABLE:
                if (!scope.knows(token.text())) {
                    throw definition.error("undefined variable " + GoFormat.quote(token.text()));
                }
                return new Operand.VariableUse(offset, token.text(), scope.find(token.text()), List.of());
            case FIELD:
                return new Operand.Field(offset, List.of(fieldName(token)));
            case BOOL:
                return new Operand.Bool(offset, token.text().equals("true"));
            case CHAR_CONSTANT, COMPLEX, NUMBER:
                return number(token);
            case LEFT_PAREN:
                return pipeline("parenthesized pipeline", Kind.RIGHT_PAREN);
            case STRING, RAW_STRING:
                return new Operand.Text(offset, token.text(), definition.unquote(token));
            default:
                tokens.backup();
                return null;
        }
    }

    private Operand number(Token token) {
        Object read = NumberText.read(token);
        if (read instanceof Numeral numeral) {
            return new Operand.Number(token.offset(), numeral);
        }
        throw definition.error((String) read);
    }

    private String fieldName(Token token) {
        return text.unique(token.text().substring(1));
    }
}
