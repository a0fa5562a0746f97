package decs.template.exec;

import decs.template.gofmt.GoFormat;
import decs.template.parse.Node;
import decs.template.parse.Pipeline;
import decs.template.parse.Statement;
import java.util.ArrayList;
import java.util.List;

/** Compiles statements. */
final class Statements {
    /** Characters of text that count as one step. */
    private static final int TEXT_STEP = 1024;

    private final Expressions expressions;
    private final Slots slots;
    private final boolean traced;
    private int depth;
    private int deepest;

    Statements(Expressions expressions, Slots slots, boolean traced) {
        this.expressions = expressions;
        this.slots = slots;
        this.traced = traced;
    }

    /** How many Java frames a run may nest. */
    int height() {
        return (traced ? 4 : 2) * (deepest + expressions.deepest());
    }

    /**
     * Statements as one step, which counts against the budget.
     *
     * @param around where the block stands, when it is empty
     */
    Block block(List<Statement> statements, boolean dotIsItem, Node around) {
        List<Step> steps = steps(statements, dotIsItem);
        long chars = statements.stream()
                .mapToLong(s -> s instanceof Statement.Text text ? text.text().length() : 0)
                .sum();
        return new Block(
                steps.toArray(Step[]::new),
                (int) Math.min(1 << 20, 1 + steps.size() + chars / TEXT_STEP),
                statements.isEmpty() ? around : statements.get(0));
    }

    private Step branch(List<Statement> statements, boolean dotIsItem) {
        if (statements.isEmpty()) {
            return Steps.Outcome.NOTHING;
        }
        if (statements.size() > 1) {
            return block(statements, dotIsItem, statements.get(0));
        }
        List<Step> steps = steps(statements, dotIsItem);
        return steps.isEmpty() ? Steps.Outcome.NOTHING : steps.get(0);
    }

    private List<Step> steps(List<Statement> statements, boolean dotIsItem) {
        depth++;
        deepest = Math.max(deepest, depth);
        List<Step> steps = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Statement statement : statements) {
            String fixed = fixedText(statement);
            if (fixed != null && traced) {
                steps.add(new Traced(new Steps.Text(fixed), statement, null));
                continue;
            }
            if (fixed != null) {
                text.append(fixed);
                continue;
            }
            flush(text, steps);
            Step step = step(statement, dotIsItem);
            steps.add(traced ? new Traced(step, statement, Steps.printed(step)) : step);
        }
        flush(text, steps);
        depth--;
        return steps;
    }

    private static void flush(StringBuilder text, List<Step> steps) {
        if (text.length() > 0) {
            steps.add(new Steps.Text(text.toString()));
            text.setLength(0);
        }
    }

    /** The text that a statement always writes; null where only the run shows it. */
    private static String fixedText(Statement statement) {
        if (statement instanceof Statement.Text text) {
            return text.text();
        }
        if (statement instanceof Statement.Action action && action.pipeline().isLiteral()) {
            Object literal = Conversions.plain(
                    action.pipeline().commands().get(0).operands().get(0));
            return literal instanceof Conversions.Refusal ? null : GoFormat.print(literal);
        }
        return null;
    }

    private Step step(Statement statement, boolean dotIsItem) {
        if (statement instanceof Statement.Action action) {
            return action(action, dotIsItem);
        }
        if (statement instanceof Statement.If choice) {
            Expression condition = expressions.pipeline(choice.condition(), dotIsItem);
            return new Steps.If(condition, branch(choice.body(), dotIsItem), branch(choice.otherwise(), dotIsItem));
        }
        if (statement instanceof Statement.With with) {
            Expression subject = expressions.pipeline(with.subject(), dotIsItem);
            return new Steps.With(subject, branch(with.body(), false), branch(with.otherwise(), dotIsItem));
        }
        if (statement instanceof Statement.Range range) {
            return range(range, dotIsItem);
        }
        if (statement instanceof Statement.Call call) {
            Expression data =
                    call.data() == null ? new Literal(call, null) : expressions.pipeline(call.data(), dotIsItem);
            return new Steps.CallTemplate(call, call.name(), data);
        }
        if (statement instanceof Statement.Break) {
            return new Steps.Outcome(Step.BREAK);
        }
        if (statement instanceof Statement.Continue) {
            return new Steps.Outcome(Step.CONTINUE);
        }
        throw new AssertionError(statement);
    }

    private Step action(Statement.Action action, boolean dotIsItem) {
        Expression value = expressions.pipeline(action.pipeline(), dotIsItem);
        if (!action.pipeline().targets().isEmpty()) {
            return new Steps.Evaluate(value);
        }
        if (value instanceof Special.Include include) {
            return new Special.PrintInclude(include);
        }
        return new Steps.Print(action, value);
    }

    private Step range(Statement.Range range, boolean dotIsItem) {
        Pipeline pipeline = range.subject();
        Expression subject = expressions.untargeted(pipeline, dotIsItem);
        List<Pipeline.Target> targets = pipeline.targets();
        for (Pipeline.Target target : targets) {
            if (target.variable() == null) {
                return new Steps.Evaluate(Expressions.undefined(subject, target.name()));
            }
        }
        VariableWrite item = targets.isEmpty()
                ? null
                : slots.write(targets.get(targets.size() - 1).variable());
        VariableWrite key =
                targets.size() < 2 ? null : slots.write(targets.get(0).variable());
        return new Range(
                subject,
                new Range.Variables(key, item),
                block(range.body(), true, range),
                branch(range.otherwise(), dotIsItem));
    }
}
