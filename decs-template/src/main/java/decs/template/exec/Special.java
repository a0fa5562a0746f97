package decs.template.exec;

import decs.template.language.FunctionException;
import decs.template.parse.Node;
import java.util.List;

/** Calls that are compiled to nodes of their own, because they ask more than a function body can, or to be fast. */
final class Special {
    private Special() {}

    /** {@code len}, which tells a nil value from no value. */
    static final class Length extends Expression {
        private final CallPlace place;
        private final Expression item;
        private final boolean concrete;
        private final Node end;

        Length(CallPlace place, Expression item, boolean concrete, Node end) {
            this.place = place;
            this.item = item;
            this.concrete = concrete;
            this.end = end;
        }

        @Override
        Object eval(Frame frame) {
            Object value = item.eval(frame);
            boolean nilIsValue = value == null && !concrete && item.nilIsValue(frame);
            try {
                return Indexing.length(value, nilIsValue);
            } catch (FunctionException failed) {
                throw Calls.failure(frame, place, failed);
            }
        }

        @Override
        Node end() {
            return end;
        }
    }

    /** {@code eq} and {@code ne} of two values. */
    static final class Equal extends Expression {
        private final CallPlace place;
        private final Expression left;
        private final Expression right;
        private final boolean wanted;
        private final Node end;

        Equal(CallPlace place, Expression left, Expression right, Wanted wanted) {
            this.place = place;
            this.left = left;
            this.right = right;
            this.wanted = wanted.outcome();
            this.end = wanted.end();
        }

        @Override
        Object eval(Frame frame) {
            return test(frame);
        }

        @Override
        boolean test(Frame frame) {
            Object a = left.eval(frame);
            Object b = right.eval(frame);
            try {
                return Comparison.equal(a, b) == wanted;
            } catch (FunctionException failed) {
                throw Calls.failure(frame, place, failed);
            }
        }

        @Override
        Node end() {
            return end;
        }
    }

    /** What a comparison is after, and where Go's executor stands then. */
    record Wanted(boolean outcome, Node end) {}

    /** {@code include}, without an argument array. */
    static final class Include extends Expression {
        private final CallPlace place;
        private final String root;
        private final Expression name;
        private final Expression data;
        private final Node end;

        Include(CallPlace place, String root, Expression[] arguments, Node end) {
            this.place = place;
            this.root = root;
            this.name = arguments[0];
            this.data = arguments[1];
            this.end = end;
        }

        @Override
        Object eval(Frame frame) {
            String called = (String) name.eval(frame);
            Object value = data.eval(frame);
            try {
                return Includes.include(frame, called, value, root);
            } catch (FunctionException | ExecutionFailure failed) {
                throw failure(frame, called, failed);
            }
        }

        /** Writes the text straight to the output. */
        void print(Frame frame) {
            String called = (String) name.eval(frame);
            Object value = data.eval(frame);
            int start = frame.out.length();
            try {
                Includes.includeTo(frame, called, value, root, frame.out);
            } catch (FunctionException | ExecutionFailure failed) {
                frame.out.setLength(start);
                throw failure(frame, called, failed);
            }
        }

        private ExecutionFailure failure(Frame frame, String called, RuntimeException failed) {
            ExecutionFailure failure = Calls.failure(frame, place, failed);
            return failed instanceof FunctionException && frame.templates.find(called) == null
                    ? failure.withHint(Hints.nearest(called, frame.templates.allNames()))
                    : failure;
        }

        @Override
        Node end() {
            return end;
        }
    }

    /** An {@code include} that is printed as it is. */
    static final class PrintInclude extends Step {
        private final Include include;

        PrintInclude(Include include) {
            this.include = include;
        }

        @Override
        int run(Frame frame) {
            include.print(frame);
            return NEXT;
        }
    }

    /** A chain whose last name has arguments. */
    static final class MethodCall extends Expression {
        private final Expression base;
        private final FieldPath path;
        private final List<Argument> arguments;
        private final Expression piped;
        private final Node end;

        /** A call; {@code piped} is null when nothing comes through the pipeline. */
        MethodCall(Expression base, FieldPath path, List<Argument> arguments, Expression piped) {
            this.base = base;
            this.path = path;
            this.arguments = List.copyOf(arguments);
            this.piped = piped;
            this.end = arguments.isEmpty()
                    ? path.node()
                    : arguments.get(arguments.size() - 1).end();
        }

        @Override
        Object eval(Frame frame) {
            Object last = piped == null ? null : piped.eval(frame);
            Object start = base.eval(frame);
            return path.invoke(frame, start, base, new MethodArguments(arguments, piped != null, last));
        }

        @Override
        Node end() {
            return end;
        }
    }
}
