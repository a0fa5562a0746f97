package decs.template.gofmt;

import decs.template.language.TemplateFunction;
import decs.template.language.TemplateObject;
import decs.template.language.WideInt;
import java.util.List;
import java.util.Map;

/** The Go types that run-time values stand for. */
public final class GoTypes {
    private GoTypes() {}

    /** The type as {@code %T} prints it; {@code <nil>} for null. */
    public static String typeName(Object value) {
        if (value == null) {
            return "<nil>";
        }
        if (value instanceof String) {
            return "string";
        }
        if (value instanceof Number number) {
            return numberType(number);
        }
        if (value instanceof TemplateObject object) {
            return object.goType();
        }
        if (value instanceof Map<?, ?> map) {
            return "map[string]" + GoMap.valueType(map);
        }
        if (value instanceof List<?> list) {
            return "[]" + GoSlice.elementType(list);
        }
        return otherType(value);
    }

    private static String numberType(Number number) {
        if (number instanceof Double) {
            return "float64";
        }
        if (number instanceof Integer || number instanceof WideInt) {
            return "int";
        }
        if (number instanceof GoInteger integer) {
            return integer.type();
        }
        return number instanceof Float ? "float32" : "int64";
    }

    private static String otherType(Object value) {
        if (value instanceof Boolean) {
            return "bool";
        }
        if (value instanceof byte[]) {
            return "[]uint8";
        }
        if (value instanceof GoComplex) {
            return "complex128";
        }
        if (value instanceof TemplateFunction) {
            return "func(...)";
        }
        throw new IllegalArgumentException("no template value: " + value.getClass());
    }

    /** The name of the {@code reflect.Kind}; {@code invalid} for null. */
    public static String kind(Object value) {
        if (value == null) {
            return "invalid";
        }
        if (value instanceof GoInteger integer) {
            return integer.kind();
        }
        if (value instanceof TemplateObject object && object.goType().startsWith("*")) {
            return "ptr";
        }
        if (value instanceof Map) {
            return "map";
        }
        if (value instanceof List || value instanceof byte[]) {
            return "slice";
        }
        if (value instanceof TemplateObject) {
            return "struct";
        }
        return value instanceof TemplateFunction ? "func" : typeName(value);
    }

    /** Whether the value is exactly a {@code map[string]interface {}}, not a type named after or like it. */
    public static boolean isPlainMap(Object value) {
        return value instanceof Map && !(value instanceof TemplateObject) && !(value instanceof GoMap);
    }
}
