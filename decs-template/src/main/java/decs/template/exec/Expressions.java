package decs.template.exec;

import decs.template.language.TemplateFunction;
import decs.template.parse.Command;
import decs.template.parse.Node;
import decs.template.parse.Operand;
import decs.template.parse.Pipeline;
import java.util.ArrayList;
import java.util.List;

/** Compiles pipelines, commands and operands. Mirrors: text/template state.evalCommand, state.evalArg. */
final class Expressions {
    private final Compiler compiler;
    private final Slots slots;
    private int depth;
    private int deepest;

    Expressions(Compiler compiler, Slots slots) {
        this.compiler = compiler;
        this.slots = slots;
    }

    /** How deep expressions nest. */
    int deepest() {
        return deepest;
    }

    /** A pipeline with its variables. */
    Expression pipeline(Pipeline pipeline, boolean dotIsItem) {
        Expression value = untargeted(pipeline, dotIsItem);
        if (pipeline.targets().isEmpty()) {
            return value;
        }
        List<VariableWrite> targets = new ArrayList<>();
        for (Pipeline.Target target : pipeline.targets()) {
            if (target.variable() == null) {
                return undefined(value, target.name());
            }
            targets.add(slots.write(target.variable()));
        }
        return new Assignment(value, targets.toArray(VariableWrite[]::new));
    }

    /** An assignment to a name that nobody declared. */
    static Expression undefined(Expression value, String name) {
        return new Failing(value, value.end(), "undefined variable: " + name);
    }

    /** A pipeline's value, without its variables. */
    Expression untargeted(Pipeline pipeline, boolean dotIsItem) {
        depth++;
        deepest = Math.max(deepest, depth + pipeline.commands().size());
        Scope scope = new Scope(dotIsItem, pipeline);
        Expression value = null;
        for (Command command : pipeline.commands()) {
            value = command(command, value, scope);
        }
        depth--;
        return value;
    }

    /**
     * Where a command stands.
     *
     * @param dotIsItem whether dot is an interface value to Go
     * @param pipeline the pipeline around it
     */
    private record Scope(boolean dotIsItem, Pipeline pipeline) {}

    private Expression command(Command command, Expression piped, Scope scope) {
        List<Operand> operands = command.operands();
        Operand first = operands.get(0);
        List<Operand> arguments = operands.subList(1, operands.size());
        boolean plain = arguments.isEmpty() && piped == null;
        if (first instanceof Operand.FunctionName name) {
            return call(name, command, arguments, piped, scope);
        }
        if (first instanceof Operand.Nil) {
            return new Failing(
                    piped, first, plain ? "nil is not a command" : "can't give argument to non-function " + first);
        }
        if (plain) {
            return value(first, scope);
        }
        if (first instanceof Operand.Field field) {
            FieldPath path = new FieldPath(field, field, field.names());
            Dot dot = new Dot(field, scope.dotIsItem());
            return new Special.MethodCall(dot, path, arguments(arguments, scope), piped);
        }
        if (first instanceof Operand.VariableUse use
                && use.variable() != null
                && !use.fields().isEmpty()) {
            FieldPath path = new FieldPath(use, use, use.fields());
            return new Special.MethodCall(slots.read(use), path, arguments(arguments, scope), piped);
        }
        if (first instanceof Operand.Chain chain) {
            Expression base = new Concrete(value(chain.base(), scope));
            FieldPath path = new FieldPath(chain, base.end(), chain.fields());
            return new Special.MethodCall(base, path, arguments(arguments, scope), piped);
        }
        return new Failing(piped, misplaced(first, piped, scope), "can't give argument to non-function " + first);
    }

    /** Where an argument to something that takes none is reported. */
    private static Node misplaced(Operand first, Expression piped, Scope scope) {
        if (first instanceof Pipeline) {
            return piped == null ? scope.pipeline() : piped.end();
        }
        return first;
    }

    /** An operand without arguments. */
    private Expression value(Operand operand, Scope scope) {
        if (operand instanceof Operand.Dot) {
            return new Dot(operand, scope.dotIsItem());
        }
        if (operand instanceof Operand.Field field) {
            return new Fields.OfDot(new Dot(field, scope.dotIsItem()), new FieldPath(field, field, field.names()));
        }
        if (operand instanceof Operand.VariableUse use) {
            return variable(use);
        }
        if (operand instanceof Operand.Chain chain) {
            Expression base = new Concrete(value(chain.base(), scope));
            return new Fields.OfExpression(base, new FieldPath(chain, base.end(), chain.fields()));
        }
        if (operand instanceof Operand.FunctionName name) {
            return call(name, name, List.of(), null, scope);
        }
        if (operand instanceof Pipeline pipeline) {
            return pipeline(pipeline, scope.dotIsItem());
        }
        Object literal = Conversions.plain(operand);
        return literal instanceof Conversions.Refusal refusal
                ? new Failing(null, operand, refusal.message())
                : new Literal(operand, literal);
    }

    private Expression variable(Operand.VariableUse use) {
        if (use.variable() == null) {
            return new Failing(null, use, "undefined variable: " + use.name());
        }
        VariableRead read = slots.read(use);
        return use.fields().isEmpty() ? read : new Fields.OfVariable(read, new FieldPath(use, use, use.fields()));
    }

    private List<Argument> arguments(List<Operand> operands, Scope scope) {
        depth++;
        deepest = Math.max(deepest, depth);
        List<Argument> arguments = new ArrayList<>(operands.size());
        for (Operand operand : operands) {
            boolean literal = operand instanceof Operand.Nil
                    || operand instanceof Operand.Bool
                    || operand instanceof Operand.Constant
                    || operand instanceof Operand.Text;
            arguments.add(new Argument(operand, literal ? null : value(operand, scope)));
        }
        depth--;
        return arguments;
    }

    private Expression call(
            Operand.FunctionName name, Node command, List<Operand> operands, Expression piped, Scope scope) {
        TemplateFunction function = compiler.function(name.name());
        String wrongCount = Calls.wrongCount(name.name(), function, operands.size(), piped != null);
        if (wrongCount != null) {
            return new Failing(piped, name, wrongCount);
        }
        CallPlace place = new CallPlace(name.name(), command, name);
        return new CallCompiler(place, function, arguments(operands, scope), piped).compile();
    }

    /** A pipeline's result as the start of a chain: a null is no value. */
    private static final class Concrete extends Expression {
        private final Expression value;

        Concrete(Expression value) {
            this.value = value;
        }

        @Override
        Object eval(Frame frame) {
            return value.eval(frame);
        }

        @Override
        Node end() {
            return value.end();
        }
    }
}
