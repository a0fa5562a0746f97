package decs.template.exec;

import decs.template.language.GoKind;
import decs.template.parse.Node;

/** Values checked against the parameter they are passed to. Mirrors: text/template state.validateType. */
final class Checked {
    private Checked() {}

    /** A value for a {@code string}. */
    static final class Text extends Expression {
        private final Expression value;
        private final boolean concrete;
        private final Node at;

        Text(Expression value, boolean concrete, Node at) {
            this.value = value;
            this.concrete = concrete;
            this.at = at;
        }

        @Override
        Object eval(Frame frame) {
            Object result = value.eval(frame);
            if (result instanceof String) {
                return result;
            }
            throw frame.failure(
                    at,
                    Conversions.mismatch(GoKind.STRING, result, !concrete && isNilValue(frame, result, value)),
                    value.origin(frame));
        }

        @Override
        Node end() {
            return at;
        }
    }

    /** A value for any other type. */
    static final class Any extends Expression {
        private final GoKind kind;
        private final Expression value;
        private final boolean concrete;
        private final Node at;

        Any(GoKind kind, Expression value, boolean concrete, Node at) {
            this.kind = kind;
            this.value = value;
            this.concrete = concrete;
            this.at = at;
        }

        @Override
        Object eval(Frame frame) {
            Object result = value.eval(frame);
            if (result == null
                    ? Conversions.acceptsNil(kind) && (concrete || !value.nilIsValue(frame))
                    : Conversions.accepts(kind, result)) {
                return Conversions.passed(kind, result);
            }
            throw frame.failure(
                    at,
                    Conversions.mismatch(kind, result, !concrete && isNilValue(frame, result, value)),
                    value.origin(frame));
        }

        @Override
        Node end() {
            return at;
        }
    }

    private static boolean isNilValue(Frame frame, Object result, Expression value) {
        return result == null && value.nilIsValue(frame);
    }
}
