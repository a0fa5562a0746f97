package decs.template.exec;

import decs.template.gofmt.GoTypes;
import decs.template.language.FunctionException;
import decs.template.language.GoKind;
import decs.template.language.TemplateFunction;
import decs.template.parse.Node;
import java.util.List;

/** {@code call}: a function that is a value. Mirrors: text/template call. */
final class CallValue extends Expression {
    private final CallPlace place;
    private final String callee;
    private final Expression function;
    private final List<Argument> arguments;
    private final Expression piped;
    private final Node end;

    /** A call; {@code piped} is the last argument, or null. */
    CallValue(CallPlace place, Argument callee, List<Argument> arguments, Expression piped, Node end) {
        this(place, callee.operand().toString(), callee.as(GoKind.REFLECT), arguments, piped, end);
    }

    private CallValue(
            CallPlace place, String callee, Expression function, List<Argument> arguments, Expression piped, Node end) {
        this.place = place;
        this.callee = callee;
        this.function = function;
        this.arguments = List.copyOf(arguments);
        this.piped = piped;
        this.end = end;
    }

    /** A call of the function that comes through the pipeline. */
    static CallValue piped(CallPlace place, Expression function, Node end) {
        return new CallValue(place, null, function, List.of(), null, end);
    }

    @Override
    Object eval(Frame frame) {
        Object last = piped == null ? null : piped.eval(frame);
        Object value = function.eval(frame);
        for (Argument argument : arguments) {
            if (!(value instanceof TemplateFunction)) {
                argument.as(GoKind.REFLECT).eval(frame);
            }
        }
        if (value instanceof TemplateFunction called) {
            return new MethodArguments(arguments, piped != null, last).call(frame, place, called);
        }
        throw Calls.failure(frame, place, new FunctionException(refusal(value)));
    }

    private String refusal(Object value) {
        if (value == null) {
            return "call of nil";
        }
        String type = GoTypes.typeName(value);
        String piped = value instanceof String text ? text : "<" + type + " Value>";
        return "non-function " + (callee == null ? piped : callee) + " of type " + type;
    }

    @Override
    Node end() {
        return end;
    }
}
