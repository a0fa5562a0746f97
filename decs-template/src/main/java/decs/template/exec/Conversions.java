package decs.template.exec;

import decs.template.gofmt.GoMap;
import decs.template.gofmt.GoSlice;
import decs.template.gofmt.GoTypes;
import decs.template.language.GoKind;
import decs.template.language.TemplateFunction;
import decs.template.language.TemplateObject;
import decs.template.language.WideInt;
import decs.template.parse.Node;
import decs.template.parse.Numeral;
import decs.template.parse.Operand;
import java.util.List;
import java.util.Map;

/** What a declared parameter accepts. Mirrors: text/template state.evalArg, state.validateType. */
final class Conversions {
    private Conversions() {}

    /** The declared type of the argument numbered {@code index}. */
    static GoKind kindOf(TemplateFunction function, int index) {
        List<GoKind> kinds = function.parameters();
        return kinds.get(Math.min(index, kinds.size() - 1));
    }

    /** Whether a value that is not nil can be passed. */
    static boolean accepts(GoKind kind, Object value) {
        return switch (kind) {
            case ANY, REFLECT -> true;
            case STRING -> value instanceof String;
            case BOOL -> value instanceof Boolean;
            case INT -> value instanceof Integer || value instanceof WideInt;
            case INT64 -> value instanceof Long;
            case FLOAT64 -> value instanceof Double;
            case MAP ->
                value instanceof TemplateObject object
                        ? object.plainMap() != null
                        : value instanceof Map && !(value instanceof GoMap);
            case LIST ->
                value instanceof List<?> list && GoSlice.elementType(list).equals("interface {}");
            case STRINGS ->
                value instanceof List<?> list && GoSlice.elementType(list).equals("string");
            case TIME -> GoTypes.typeName(value).equals(kind.goName());
        };
    }

    /** Whether a nil that has no type of its own can be passed. */
    static boolean acceptsNil(GoKind kind) {
        return switch (kind) {
            case ANY, REFLECT, MAP, LIST, STRINGS -> true;
            case STRING, BOOL, INT, INT64, FLOAT64, TIME -> false;
        };
    }

    /** The value, or why it cannot be passed. */
    static Object check(Frame frame, GoKind kind, Object value, Node at) {
        if (value == null ? acceptsNil(kind) : accepts(kind, value)) {
            return passed(kind, value);
        }
        throw frame.failure(at, mismatch(kind, value, false))
                .withHint(Hints.conversion(kind.goName(), GoTypes.typeName(value)));
    }

    /** An accepted value as the function gets it: named map types turn into plain maps. */
    static Object passed(GoKind kind, Object value) {
        return kind == GoKind.MAP && value instanceof TemplateObject object ? object.plainMap() : value;
    }

    static String mismatch(GoKind kind, Object value, boolean nilIsValue) {
        if (value == null && !nilIsValue) {
            return "invalid value; expected " + kind.goName();
        }
        return "wrong type for value; expected " + kind.goName() + "; got "
                + (value == null ? "interface {}" : GoTypes.typeName(value));
    }

    /** A literal as a parameter wants it; a {@link Refusal} where Go refuses it. */
    static Object literal(GoKind kind, Operand operand) {
        return switch (kind) {
            case ANY, REFLECT -> plain(operand);
            case STRING -> operand instanceof Operand.Text text ? text.value() : expected("string", operand);
            case BOOL -> operand instanceof Operand.Bool bool ? (Object) bool.value() : expected("bool", operand);
            case INT, INT64 -> integer(kind, operand);
            case FLOAT64 ->
                operand instanceof Operand.Constant number && number.numeral().floating() != null
                        ? (Object) number.numeral().floating()
                        : expected("float", operand);
            case MAP, LIST, STRINGS, TIME ->
                new Refusal("can't handle " + operand + " for arg of type " + kind.goName());
        };
    }

    private static Object integer(GoKind kind, Operand operand) {
        if (!(operand instanceof Operand.Constant number) || number.numeral().integer() == null) {
            return expected("integer", operand);
        }
        long value = number.numeral().integer();
        return kind == GoKind.INT64 ? (Object) value : WideInt.of(value);
    }

    private static Refusal expected(String what, Operand operand) {
        return new Refusal("expected " + what + "; found " + operand);
    }

    /** A literal where nothing says which type is wanted. Mirrors: text/template state.idealConstant. */
    static Object plain(Operand operand) {
        if (operand instanceof Operand.Text text) {
            return text.value();
        }
        if (operand instanceof Operand.Bool bool) {
            return bool.value();
        }
        Numeral numeral = ((Operand.Constant) operand).numeral();
        if (numeral.complex() != null) {
            return numeral.complex();
        }
        if (numeral.writtenAsFloat()) {
            return numeral.floating();
        }
        if (numeral.integer() == null) {
            return new Refusal(numeral.text() + " overflows int");
        }
        return WideInt.of(numeral.integer());
    }

    /** Why a literal cannot be used. */
    record Refusal(String message) {}
}
