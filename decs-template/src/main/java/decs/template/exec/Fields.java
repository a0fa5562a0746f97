package decs.template.exec;

import decs.template.parse.Node;
import decs.template.source.Position;
import java.util.Optional;

/** Field chains on dot, on a variable, and on the value of an expression. */
final class Fields {
    private Fields() {}

    /** {@code .a.b} */
    static final class OfDot extends Expression {
        private final Dot dot;
        private final FieldPath path;

        OfDot(Dot dot, FieldPath path) {
            this.dot = dot;
            this.path = path;
        }

        @Override
        Object eval(Frame frame) {
            return path.follow(frame, frame.dot, dot);
        }

        @Override
        Node end() {
            return path.node();
        }

        @Override
        boolean nilIsValue(Frame frame) {
            return frame.nilIsValue;
        }

        @Override
        Optional<Position> origin(Frame frame) {
            return path.origin(frame.dot);
        }
    }

    /** {@code $x.a.b} */
    static final class OfVariable extends Expression {
        private final VariableRead variable;
        private final FieldPath path;

        OfVariable(VariableRead variable, FieldPath path) {
            this.variable = variable;
            this.path = path;
        }

        @Override
        Object eval(Frame frame) {
            return path.follow(frame, variable.eval(frame), variable);
        }

        @Override
        Node end() {
            return path.node();
        }

        @Override
        boolean nilIsValue(Frame frame) {
            return frame.nilIsValue;
        }

        @Override
        Optional<Position> origin(Frame frame) {
            return path.origin(variable.eval(frame));
        }
    }

    /** {@code (pipeline).a.b} */
    static final class OfExpression extends Expression {
        private final Expression base;
        private final FieldPath path;

        OfExpression(Expression base, FieldPath path) {
            this.base = base;
            this.path = path;
        }

        @Override
        Object eval(Frame frame) {
            return path.follow(frame, base.eval(frame), base);
        }

        @Override
        Node end() {
            return base.end();
        }

        @Override
        boolean nilIsValue(Frame frame) {
            return frame.nilIsValue;
        }
    }
}
