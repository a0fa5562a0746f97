package decs.template.exec;

import decs.template.language.TemplateFunction;
import decs.template.parse.Node;
import java.util.List;

/**
 * The arguments of a call whose function only the run shows: a method, or a function held by a value.
 *
 * @param arguments those written behind the name
 * @param piped whether a value comes through the pipeline, as the last argument
 * @param value that value
 */
record MethodArguments(List<Argument> arguments, boolean piped, Object value) {
    static final MethodArguments NONE = new MethodArguments(List.of(), false, null);

    /** Checks, evaluates, calls. */
    Object call(Frame frame, CallPlace place, TemplateFunction function) {
        int written = arguments.size();
        String wrongCount = Calls.wrongCount(place.name(), function, written, piped);
        if (wrongCount != null) {
            throw frame.failure(place.at(), wrongCount);
        }
        Object[] values = new Object[written + (piped ? 1 : 0)];
        Node at = place.at();
        for (int i = 0; i < written; i++) {
            Argument argument = arguments.get(i);
            values[i] = argument.as(Conversions.kindOf(function, i)).eval(frame);
            at = argument.end();
        }
        if (piped) {
            values[written] = Conversions.check(frame, Conversions.kindOf(function, written), value, at);
        }
        return Calls.invoke(frame, place, function, values);
    }
}
