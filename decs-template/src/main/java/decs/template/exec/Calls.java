package decs.template.exec;

import decs.template.language.FunctionException;
import decs.template.language.TemplateFunction;
import decs.template.source.DecsException;
import decs.template.source.Position;
import java.util.Optional;

/** What all calls of functions share. Mirrors: text/template state.evalCall. */
final class Calls {
    private Calls() {}

    /** What is wrong with the number of arguments; null when nothing is. */
    static String wrongCount(String name, TemplateFunction function, int written, boolean piped) {
        int given = written + (piped ? 1 : 0);
        int declared = function.parameters().size();
        if (function.variadic()) {
            return given >= declared - 1
                    ? null
                    : "wrong number of args for " + name + ": want at least " + (declared - 1) + " got " + written;
        }
        return given == declared ? null : "wrong number of args for " + name + ": want " + declared + " got " + given;
    }

    private static final Expression[] UNKNOWN = {};

    /** Calls the body with values that have been checked. */
    static Object invoke(Frame frame, CallPlace place, TemplateFunction function, Object[] values) {
        return invoke(frame, place, function, values, null);
    }

    /** The same for a call whose inputs are known. */
    static Object invoke(Frame frame, CallPlace place, TemplateFunction function, Object[] values, Call call) {
        try {
            return body(frame, place, function.body(), values);
        } catch (FunctionException | DecsException failed) {
            throw failure(frame, place, failed, call == null ? UNKNOWN : call.inputs());
        } catch (StackOverflowError | OutOfMemoryError met) {
            throw frame.exhausted(place.node(), met);
        }
    }

    private static Object body(Frame frame, CallPlace place, TemplateFunction.Body body, Object[] values) {
        if (body instanceof TemplateFunction.Body1 one) {
            return one.call(values[0]);
        }
        if (body instanceof TemplateFunction.Body2 two) {
            return two.call(values[0], values[1]);
        }
        if (body instanceof TemplateFunction.BodyN many) {
            return many.call(values);
        }
        if (body instanceof TemplateFunction.Body3 three) {
            return three.call(values[0], values[1], values[2]);
        }
        if (body instanceof TemplateFunction.BodyWithCall running) {
            return running.call(new RunningCall(frame, place.node()), values);
        }
        return ((TemplateFunction.Body0) body).call();
    }

    /** The failure of a function's body, at the call. */
    static ExecutionFailure failure(Frame frame, CallPlace place, RuntimeException failed) {
        return failure(frame, place, failed, UNKNOWN);
    }

    /** The failure of a function's body, at the call, with where what it got came from. */
    static ExecutionFailure failure(Frame frame, CallPlace place, RuntimeException failed, Expression[] inputs) {
        String calling = "error calling " + place.name();
        Level level = frame.level(place.node());
        if (failed instanceof ExecutionFailure inner) {
            boolean isOwn = inner.isStop() && level.equals(inner.level());
            return isOwn ? inner : ExecutionFailure.through(level, calling, inner);
        }
        Position origin = origin(frame, inputs).orElse(null);
        if (failed instanceof FunctionException && failed.getCause() instanceof ExecutionFailure inner) {
            return ExecutionFailure.inText(level, calling + ": " + failed.getMessage(), inner, origin);
        }
        ExecutionFailure failure = ExecutionFailure.at(level, calling + ": " + failed.getMessage(), origin, failed);
        return failed.getCause() instanceof DecsException cause
                        && !cause.problems().isEmpty()
                ? failure.withHint(cause.problems().get(0).hint())
                : failure;
    }

    /** Where the last of {@code inputs} came from that is known to come from somewhere. */
    static Optional<Position> origin(Frame frame, Expression[] inputs) {
        for (int i = inputs.length - 1; i >= 0; i--) {
            Optional<Position> origin = inputs[i].origin(frame);
            if (origin.isPresent()) {
                return origin;
            }
        }
        return Optional.empty();
    }
}
