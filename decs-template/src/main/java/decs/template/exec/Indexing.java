package decs.template.exec;

import decs.template.gofmt.GoInteger;
import decs.template.gofmt.GoMap;
import decs.template.gofmt.GoString;
import decs.template.gofmt.GoTypes;
import decs.template.language.FunctionException;
import decs.template.language.WideInt;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** {@code len}, {@code index} and {@code slice}. Mirrors: text/template length, index, slice. */
final class Indexing {
    private Indexing() {}

    /**
     * The length of a value.
     *
     * @param nilIsValue what a null stands for: an interface value that is nil, or no value
     */
    static int length(Object item, boolean nilIsValue) {
        if (item instanceof String text) {
            return GoString.length(text);
        }
        if (item instanceof Map<?, ?> map) {
            return map.size();
        }
        if (item instanceof List<?> list) {
            return list.size();
        }
        if (item instanceof byte[] bytes) {
            return bytes.length;
        }
        if (item == null) {
            throw new FunctionException(
                    nilIsValue ? "len of nil pointer" : "reflect: call of reflect.Value.Type on zero Value");
        }
        throw new FunctionException("len of type " + typeName(item));
    }

    /** The type that a pointer leads to. */
    private static String typeName(Object item) {
        String name = GoTypes.typeName(item);
        return name.startsWith("*") ? name.substring(1) : name;
    }

    static Object index(Object[] args) {
        Object item = args[0];
        if (item == null) {
            throw new FunctionException("index of untyped nil");
        }
        for (int i = 1; i < args.length; i++) {
            if (item == null) {
                throw new FunctionException("index of nil pointer");
            }
            item = at(item, args[i]);
        }
        return item;
    }

    static Object at(Object item, Object index) {
        if (item instanceof Map<?, ?> map) {
            return inMap(map, index);
        }
        if (item instanceof List<?> list) {
            int place = place(index, list.size());
            if (place == list.size()) {
                throw new FunctionException("reflect: slice index out of range");
            }
            return list.get(place);
        }
        if (item instanceof String text) {
            byte[] bytes = GoString.bytes(text);
            int place = place(index, bytes.length);
            if (place == bytes.length) {
                throw new FunctionException("reflect: string index out of range");
            }
            return GoInteger.of("uint8", bytes[place] & 0xFF);
        }
        if (item instanceof byte[] bytes) {
            int place = place(index, bytes.length);
            if (place == bytes.length) {
                throw new FunctionException("reflect: slice index out of range");
            }
            return GoInteger.of("uint8", bytes[place] & 0xFF);
        }
        throw new FunctionException("can't index item of type " + typeName(item));
    }

    private static Object inMap(Map<?, ?> map, Object key) {
        if (key instanceof String) {
            Object value = map.get(key);
            return value == null && map instanceof GoMap typed ? typed.zero() : value;
        }
        if (key == null) {
            throw new FunctionException("value is nil; should be of type string");
        }
        throw new FunctionException("value has type " + GoTypes.typeName(key) + "; should be string");
    }

    /** An index as far as it lies within {@code length}, which itself is allowed. */
    private static int place(Object index, int length) {
        if (index == null) {
            throw new FunctionException("cannot index slice/array with nil");
        }
        if (!(index instanceof Integer
                || index instanceof Long
                || index instanceof WideInt
                || index instanceof GoInteger)) {
            throw new FunctionException("cannot index slice/array with type " + GoTypes.typeName(index));
        }
        long place = ((Number) index).longValue();
        if (place < 0 || place > length) {
            throw new FunctionException("index out of range: " + place);
        }
        return (int) place;
    }

    static Object slice(Object[] args) {
        Object item = args[0];
        if (item == null) {
            throw new FunctionException("slice of untyped nil");
        }
        int given = args.length - 1;
        if (given > 3) {
            throw new FunctionException("too many slice indexes: " + given);
        }
        int length;
        if (item instanceof String text) {
            if (given == 3) {
                throw new FunctionException("cannot 3-index slice a string");
            }
            length = GoString.length(text);
        } else if (item instanceof List<?> list) {
            length = list.size();
        } else if (item instanceof byte[] bytes) {
            length = bytes.length;
        } else {
            throw new FunctionException("can't slice item of type " + GoTypes.typeName(item));
        }
        int[] bounds = {0, length, length};
        for (int i = 0; i < given; i++) {
            bounds[i] = place(args[i + 1], length);
        }
        checkOrder(bounds[0], bounds[1]);
        checkOrder(bounds[1], bounds[2]);
        return cut(item, bounds[0], bounds[1]);
    }

    private static void checkOrder(int from, int to) {
        if (from > to) {
            throw new FunctionException("invalid slice index: " + from + " > " + to);
        }
    }

    private static Object cut(Object item, int from, int to) {
        if (item instanceof String text) {
            return GoString.substring(text, from, to);
        }
        if (item instanceof byte[] bytes) {
            return Arrays.copyOfRange(bytes, from, to);
        }
        return ((List<?>) item).subList(from, to);
    }
}
