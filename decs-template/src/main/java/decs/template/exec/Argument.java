package decs.template.exec;

import decs.template.language.GoKind;
import decs.template.parse.Node;
import decs.template.parse.Operand;
import decs.template.parse.Pipeline;

/** An argument of a call: what is written, and how it is turned into what a parameter wants. */
final class Argument {
    private final Operand operand;
    private final Expression value;
    private final boolean concrete;

    /** An argument; {@code value} is null for literals, which depend on the parameter. */
    Argument(Operand operand, Expression value) {
        this.operand = operand;
        this.value = value;
        this.concrete = operand instanceof Pipeline;
    }

    /** Whether a null is no value at all to Go, rather than an interface value that is nil. */
    boolean isConcrete() {
        return concrete || value == null;
    }

    Operand operand() {
        return operand;
    }

    /** The argument for a parameter of that type. */
    Expression as(GoKind kind) {
        if (operand instanceof Operand.Nil) {
            return Conversions.acceptsNil(kind)
                    ? new Literal(operand, null)
                    : new Failing(null, operand, "cannot assign nil to " + kind.goName());
        }
        if (value == null) {
            Object literal = Conversions.literal(kind, operand);
            return literal instanceof Conversions.Refusal refusal
                    ? new Failing(null, operand, refusal.message())
                    : new Literal(operand, literal);
        }
        return switch (kind) {
            case ANY, REFLECT -> value;
            case STRING -> new Checked.Text(value, concrete, value.end());
            default -> new Checked.Any(kind, value, concrete, value.end());
        };
    }

    /** Where Go's executor stands after the argument; null when only the run shows it. */
    Node end() {
        return value == null ? operand : value.end();
    }
}
