package decs.template.exec;

import decs.template.parse.Node;

/** {@code and}, {@code or}, {@code not}: the first two evaluate no more than they need. */
final class Logic {
    private Logic() {}

    /** {@code and} and {@code or}: the operand that decides, or the last one. */
    static final class Choice extends Expression {
        private final boolean stopsAt;
        private final Expression[] operands;
        private final Expression piped;
        private final Node name;

        /**
         * A choice.
         *
         * @param stopsAt the truth that ends the search: true for {@code or}
         * @param piped evaluated first, used last; null when nothing comes through the pipeline
         */
        Choice(boolean stopsAt, Expression[] operands, Expression piped, Node name) {
            this.stopsAt = stopsAt;
            this.operands = operands;
            this.piped = piped;
            this.name = name;
        }

        @Override
        Object eval(Frame frame) {
            Object last = piped == null ? null : piped.eval(frame);
            Object value = null;
            Node at = name;
            for (Expression operand : operands) {
                value = operand.eval(frame);
                at = operand.end() == null ? frame.at : operand.end();
                if (Truth.of(value) == stopsAt) {
                    frame.at = at;
                    return value;
                }
            }
            frame.at = at;
            return piped == null ? value : last;
        }

        @Override
        boolean test(Frame frame) {
            if (piped != null) {
                return Truth.of(eval(frame));
            }
            for (Expression operand : operands) {
                if (operand.test(frame) == stopsAt) {
                    return stopsAt;
                }
            }
            return !stopsAt;
        }

        @Override
        Node end() {
            return null;
        }
    }

    /** {@code not} */
    static final class Not extends Expression {
        private final Expression operand;
        private final Node end;

        Not(Expression operand, Node end) {
            this.operand = operand;
            this.end = end;
        }

        @Override
        Object eval(Frame frame) {
            return !operand.test(frame);
        }

        @Override
        boolean test(Frame frame) {
            return !operand.test(frame);
        }

        @Override
        Node end() {
            return end;
        }
    }
}
