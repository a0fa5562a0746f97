package decs.template.exec;

import decs.template.gofmt.GoTypes;
import decs.template.language.GoKind;
import decs.template.parse.Node;
import decs.template.source.Position;
import java.util.Optional;

/** Values checked against the parameter they are passed to. Mirrors: text/template state.validateType. */
final class Checked {
    private Checked() {}

    /** What both kinds of check share. */
    abstract static class Check extends Expression {
        final Expression value;
        final boolean concrete;
        private final Node at;

        Check(Expression value, boolean concrete, Node at) {
            this.value = value;
            this.concrete = concrete;
            this.at = at;
        }

        final ExecutionFailure refused(Frame frame, GoKind kind, Object result) {
            boolean nilIsValue = result == null && !concrete && value.nilIsValue(frame);
            String message = Conversions.mismatch(kind, result, nilIsValue);
            return frame.failure(at, message, value.origin(frame))
                    .withHint(Hints.conversion(kind.goName(), GoTypes.typeName(result)));
        }

        @Override
        final Node end() {
            return at;
        }

        @Override
        final Optional<Position> origin(Frame frame) {
            return value.origin(frame);
        }
    }

    /** A value for a {@code string}. */
    static final class Text extends Check {
        Text(Expression value, boolean concrete, Node at) {
            super(value, concrete, at);
        }

        @Override
        Object eval(Frame frame) {
            Object result = value.eval(frame);
            if (result instanceof String) {
                return result;
            }
            throw refused(frame, GoKind.STRING, result);
        }
    }

    /** A value for any other type. */
    static final class Any extends Check {
        private final GoKind kind;

        Any(GoKind kind, Expression value, boolean concrete, Node at) {
            super(value, concrete, at);
            this.kind = kind;
        }

        @Override
        Object eval(Frame frame) {
            Object result = value.eval(frame);
            if (result == null
                    ? Conversions.acceptsNil(kind) && (concrete || !value.nilIsValue(frame))
                    : Conversions.accepts(kind, result)) {
                return Conversions.passed(kind, result);
            }
            throw refused(frame, kind, result);
        }
    }
}
