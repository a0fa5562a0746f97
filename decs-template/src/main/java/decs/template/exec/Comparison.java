package decs.template.exec;

import decs.template.gofmt.GoComplex;
import decs.template.gofmt.GoFormat;
import decs.template.gofmt.GoInteger;
import decs.template.gofmt.GoSlice;
import decs.template.gofmt.GoString;
import decs.template.gofmt.GoTypes;
import decs.template.language.FunctionException;
import decs.template.language.TemplateFunction;
import decs.template.language.WideInt;
import java.util.List;
import java.util.Map;

/** {@code eq} and its kin: kinds are never mixed. Mirrors: text/template eq, lt, le. */
final class Comparison {
    private static final String INVALID = "invalid type for comparison";

    private Comparison() {}

    /** The kinds that may be compared with one another. */
    private enum Kind {
        BOOL,
        COMPLEX,
        INT,
        FLOAT,
        TEXT,
        UNSIGNED,
        OTHER
    }

    private static Kind kindOf(Object value) {
        if (value instanceof String) {
            return Kind.TEXT;
        }
        if (value instanceof Number number) {
            return numberKind(number);
        }
        if (value instanceof Boolean) {
            return Kind.BOOL;
        }
        return value instanceof GoComplex ? Kind.COMPLEX : Kind.OTHER;
    }

    private static Kind numberKind(Number number) {
        if (number instanceof Integer || number instanceof Long || number instanceof WideInt) {
            return Kind.INT;
        }
        if (number instanceof GoInteger integer) {
            return integer.isUnsigned() ? Kind.UNSIGNED : Kind.INT;
        }
        return Kind.FLOAT;
    }

    /** {@code eq} with its arguments in an array: whether the first equals any other. */
    static Object equalAny(Object[] args) {
        if (args.length == 1) {
            throw new FunctionException("missing argument for comparison");
        }
        for (int i = 1; i < args.length; i++) {
            if (equal(args[0], args[i])) {
                return true;
            }
        }
        return false;
    }

    static boolean equal(Object a, Object b) {
        if (a instanceof String text && b instanceof String other) {
            return text.equals(other);
        }
        Kind kind = kindOf(a);
        Kind other = kindOf(b);
        if (kind != other) {
            return equalMixed(a, kind, b, other);
        }
        return switch (kind) {
            case BOOL, TEXT, COMPLEX -> a.equals(b);
            case INT, UNSIGNED -> ((Number) a).longValue() == ((Number) b).longValue();
            case FLOAT -> ((Number) a).doubleValue() == ((Number) b).doubleValue();
            case OTHER -> equalOthers(a, b);
        };
    }

    private static boolean equalMixed(Object a, Kind kind, Object b, Kind other) {
        if (isInteger(kind) && isInteger(other)) {
            long left = ((Number) a).longValue();
            return left == ((Number) b).longValue() && left >= 0;
        }
        if (a == null || b == null) {
            return false;
        }
        throw incompatible(a, b);
    }

    private static boolean isInteger(Kind kind) {
        return kind == Kind.INT || kind == Kind.UNSIGNED;
    }

    private static boolean equalOthers(Object a, Object b) {
        if (a == null || b == null) {
            return isNil(a) && isNil(b);
        }
        if (!GoTypes.kind(a).equals(GoTypes.kind(b))) {
            throw new FunctionException("non-comparable types " + shown(a) + ": " + GoTypes.typeName(a) + ", "
                    + GoTypes.typeName(b) + ": " + GoFormat.value(b));
        }
        if (isNil(a) || isNil(b)) {
            return isNil(a) == isNil(b);
        }
        if (isComparable(b)) {
            return a.equals(b);
        }
        throw new FunctionException("non-comparable type " + shown(b) + ": " + GoTypes.typeName(b));
    }

    private static boolean isNil(Object value) {
        return value == null || (value instanceof List<?> list && GoSlice.isNil(list));
    }

    private static String shown(Object value) {
        return GoFormat.sprintf("%s", new Object[] {value});
    }

    private static boolean isComparable(Object value) {
        return !(value instanceof Map
                || value instanceof List
                || value instanceof byte[]
                || value instanceof TemplateFunction);
    }

    static boolean less(Object a, Object b) {
        Kind kind = kindOf(a);
        Kind other = kindOf(b);
        if (kind == Kind.OTHER || other == Kind.OTHER) {
            throw new FunctionException(INVALID);
        }
        if (kind != other) {
            return lessMixed(a, kind, b, other);
        }
        return switch (kind) {
            case INT -> ((Number) a).longValue() < ((Number) b).longValue();
            case UNSIGNED -> Long.compareUnsigned(((Number) a).longValue(), ((Number) b).longValue()) < 0;
            case FLOAT -> ((Number) a).doubleValue() < ((Number) b).doubleValue();
            case TEXT -> GoString.compareBytes((String) a, (String) b) < 0;
            case BOOL, COMPLEX, OTHER -> throw new FunctionException(INVALID);
        };
    }

    private static boolean lessMixed(Object a, Kind kind, Object b, Kind other) {
        if (!isInteger(kind) || !isInteger(other)) {
            throw incompatible(a, b);
        }
        long left = ((Number) a).longValue();
        long right = ((Number) b).longValue();
        if (kind == Kind.INT) {
            return left < 0 || Long.compareUnsigned(left, right) < 0;
        }
        return right >= 0 && Long.compareUnsigned(left, right) < 0;
    }

    static boolean lessOrEqual(Object a, Object b) {
        return less(a, b) || equal(a, b);
    }

    private static FunctionException incompatible(Object a, Object b) {
        return new FunctionException(
                "incompatible types for comparison: " + GoTypes.typeName(a) + " and " + GoTypes.typeName(b));
    }
}
