package decs.template.exec;

import decs.template.language.FunctionException;
import decs.template.language.GoKind;
import decs.template.language.TemplateFunction;
import decs.template.parse.Node;
import decs.template.source.DecsException;
import decs.template.source.Position;
import java.util.Arrays;
import java.util.Optional;

/**
 * Calls of functions, one class for each form of body. A value that comes through the pipeline is the last argument,
 * but it is evaluated first.
 */
abstract class Call extends Expression {
    private static final int LONG_TEXT = 1_000;
    private static final int CHARACTERS_OF_A_STEP = 16;

    final CallPlace place;
    private final Node end;

    Call(CallPlace place, Node end) {
        this.place = place;
        this.end = end;
    }

    @Override
    final Node end() {
        return end;
    }

    /** What the result is made of, in the order of the parameters. */
    abstract Expression[] inputs();

    /** The origin of the last input that has one: what is worked on comes last, and through the pipeline. */
    @Override
    final Optional<Position> origin(Frame frame) {
        return Calls.origin(frame, inputs());
    }

    final ExecutionFailure failure(Frame frame, RuntimeException failed) {
        return Calls.failure(frame, place, failed, inputs());
    }

    /** Counts a long text that a function made. */
    final Object counted(Frame frame, Object made) {
        if (made instanceof String text && text.length() > LONG_TEXT) {
            frame.execution.spendMany(text.length() / CHARACTERS_OF_A_STEP, frame, place.node());
        }
        return made;
    }

    /** Without arguments. */
    static final class None extends Call {
        private final TemplateFunction.Body0 body;

        None(CallPlace place, Node end, TemplateFunction.Body0 body) {
            super(place, end);
            this.body = body;
        }

        @Override
        Expression[] inputs() {
            return new Expression[0];
        }

        @Override
        Object eval(Frame frame) {
            try {
                return counted(frame, body.call());
            } catch (FunctionException | DecsException failed) {
                throw failure(frame, failed);
            } catch (StackOverflowError | OutOfMemoryError met) {
                throw frame.exhausted(place.node(), met);
            }
        }
    }

    /** With one argument. */
    static final class One extends Call {
        private final TemplateFunction.Body1 body;
        private final Expression argument;

        One(CallPlace place, Node end, TemplateFunction.Body1 body, Expression argument) {
            super(place, end);
            this.body = body;
            this.argument = argument;
        }

        @Override
        Expression[] inputs() {
            return new Expression[] {argument};
        }

        @Override
        Object eval(Frame frame) {
            Object value = argument.eval(frame);
            try {
                return counted(frame, body.call(value));
            } catch (FunctionException | DecsException failed) {
                throw failure(frame, failed);
            } catch (StackOverflowError | OutOfMemoryError met) {
                throw frame.exhausted(place.node(), met);
            }
        }
    }

    /** With two arguments. */
    static final class Two extends Call {
        private final TemplateFunction.Body2 body;
        private final Expression first;
        private final Expression second;

        Two(CallPlace place, Node end, TemplateFunction.Body2 body, Expression[] arguments) {
            super(place, end);
            this.body = body;
            this.first = arguments[0];
            this.second = arguments[1];
        }

        @Override
        Expression[] inputs() {
            return new Expression[] {first, second};
        }

        @Override
        Object eval(Frame frame) {
            Object a = first.eval(frame);
            Object b = second.eval(frame);
            try {
                return counted(frame, body.call(a, b));
            } catch (FunctionException | DecsException failed) {
                throw failure(frame, failed);
            } catch (StackOverflowError | OutOfMemoryError met) {
                throw frame.exhausted(place.node(), met);
            }
        }
    }

    /** With two arguments, the second of which comes through the pipeline. */
    static final class TwoPiped extends Call {
        private final TemplateFunction.Body2 body;
        private final Expression first;
        private final Piped second;

        TwoPiped(CallPlace place, Node end, TemplateFunction.Body2 body, Expression first, Piped second) {
            super(place, end);
            this.body = body;
            this.first = first;
            this.second = second;
        }

        @Override
        Expression[] inputs() {
            return new Expression[] {first, second.value()};
        }

        @Override
        Object eval(Frame frame) {
            Object b = second.value().eval(frame);
            Object a = first.eval(frame);
            b = second.check(frame, b);
            try {
                return counted(frame, body.call(a, b));
            } catch (FunctionException | DecsException failed) {
                throw failure(frame, failed);
            } catch (StackOverflowError | OutOfMemoryError met) {
                throw frame.exhausted(place.node(), met);
            }
        }
    }

    /** With three arguments. */
    static final class Three extends Call {
        private final TemplateFunction.Body3 body;
        private final Expression first;
        private final Expression second;
        private final Expression third;

        Three(CallPlace place, Node end, TemplateFunction.Body3 body, Expression[] arguments) {
            super(place, end);
            this.body = body;
            this.first = arguments[0];
            this.second = arguments[1];
            this.third = arguments[2];
        }

        @Override
        Expression[] inputs() {
            return new Expression[] {first, second, third};
        }

        @Override
        Object eval(Frame frame) {
            Object a = first.eval(frame);
            Object b = second.eval(frame);
            Object c = third.eval(frame);
            try {
                return counted(frame, body.call(a, b, c));
            } catch (FunctionException | DecsException failed) {
                throw failure(frame, failed);
            } catch (StackOverflowError | OutOfMemoryError met) {
                throw frame.exhausted(place.node(), met);
            }
        }
    }

    /** With any number of arguments, for every form of body. */
    static final class Many extends Call {
        private final TemplateFunction function;
        private final Expression[] arguments;
        private final Piped piped;

        /** A call; {@code piped} is null when no value comes through the pipeline, or when the order does not matter. */
        Many(CallPlace place, Node end, TemplateFunction function, Expression[] arguments, Piped piped) {
            super(place, end);
            this.function = function;
            this.arguments = arguments;
            this.piped = piped;
        }

        @Override
        Expression[] inputs() {
            if (piped == null) {
                return arguments;
            }
            Expression[] all = Arrays.copyOf(arguments, arguments.length + 1);
            all[arguments.length] = piped.value();
            return all;
        }

        @Override
        Object eval(Frame frame) {
            int written = arguments.length;
            Object[] values = new Object[piped == null ? written : written + 1];
            Object last = piped == null ? null : piped.value().eval(frame);
            for (int i = 0; i < written; i++) {
                values[i] = arguments[i].eval(frame);
            }
            if (piped != null) {
                values[written] = piped.check(frame, last);
            }
            return counted(frame, Calls.invoke(frame, place, function, values, this));
        }
    }

    /**
     * A value that comes through the pipeline: evaluated before the written arguments, checked after them.
     *
     * @param at where a wrong type is reported; null when only the run shows it
     */
    record Piped(Expression value, GoKind kind, Node at) {
        Object check(Frame frame, Object result) {
            return Conversions.check(frame, kind, result, at);
        }
    }
}
