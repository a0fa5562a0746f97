package decs.template.exec;

import decs.template.gofmt.GoFormat;
import decs.template.gofmt.GoInteger;
import decs.template.gofmt.GoString;
import decs.template.language.WideInt;
import decs.template.parse.Node;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** {@code range}. Mirrors: text/template state.walkRange. */
final class Range extends Step {
    private final Expression subject;
    private final Node at;
    private final Variables variables;
    private final Step body;
    private final Step otherwise;

    /** The variables of a range; null where there is none. With one variable it takes the item. */
    record Variables(VariableWrite key, VariableWrite item) {
        static final Variables NONE = new Variables(null, null);
    }

    Range(Expression subject, Variables variables, Step body, Step otherwise) {
        this.subject = subject;
        this.at = subject.end();
        this.variables = variables;
        this.body = body;
        this.otherwise = otherwise;
    }

    @Override
    int run(Frame frame) {
        Object value = subject.eval(frame);
        Object outer = frame.dot;
        Object outerItems = frame.items;
        frame.items = value;
        int count = iterate(frame, value);
        frame.dot = outer;
        frame.items = outerItems;
        if (count > 0) {
            return NEXT;
        }
        if (variables.item() != null) {
            variables.item().result(frame, value);
        }
        if (variables.key() != null) {
            variables.key().result(frame, value);
        }
        return otherwise.run(frame);
    }

    /** Runs the body for each item; returns how many there were. */
    private int iterate(Frame frame, Object value) {
        if (value instanceof List<?> list) {
            return overList(frame, list);
        }
        if (value instanceof Map<?, ?> map) {
            return overMap(frame, map);
        }
        if (value == null) {
            return 0;
        }
        if (value instanceof byte[] bytes) {
            return overBytes(frame, bytes);
        }
        if (value instanceof Integer
                || value instanceof Long
                || value instanceof WideInt
                || value instanceof GoInteger) {
            return count(frame, (Number) value);
        }
        throw frame.failure(at, "range can't iterate over " + GoFormat.value(value), subject.origin(frame));
    }

    private boolean goesOn(Frame frame, Object key, Object item) {
        frame.dot = item;
        if (variables.item() != null) {
            variables.item().item(frame, item, frame.items);
            if (variables.key() != null) {
                variables.key().result(frame, key);
            }
        }
        return body.run(frame) != BREAK;
    }

    private int overList(Frame frame, List<?> list) {
        int size = list.size();
        for (int i = 0; i < size; i++) {
            if (!goesOn(frame, i, list.get(i))) {
                break;
            }
        }
        return size;
    }

    private int overBytes(Frame frame, byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (!goesOn(frame, i, GoInteger.of("uint8", bytes[i] & 0xFF))) {
                break;
            }
        }
        return bytes.length;
    }

    /** Keys and values are taken before the first round, so that the body may change the map. */
    private int overMap(Frame frame, Map<?, ?> map) {
        Map.Entry<?, ?>[] entries = sorted(map);
        for (Map.Entry<?, ?> entry : entries) {
            if (!goesOn(frame, entry.getKey(), entry.getValue())) {
                break;
            }
        }
        return entries.length;
    }

    private static Map.Entry<?, ?>[] sorted(Map<?, ?> map) {
        Map.Entry<?, ?>[] entries = new Map.Entry<?, ?>[map.size()];
        int count = 0;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            entries[count++] = new java.util.AbstractMap.SimpleImmutableEntry<>(entry.getKey(), entry.getValue());
        }
        Arrays.sort(entries, (a, b) -> GoString.compareBytes((String) a.getKey(), (String) b.getKey()));
        return entries;
    }

    private int count(Frame frame, Number number) {
        if (variables.key() != null) {
            throw frame.failure(at, "can't use " + GoFormat.value(number) + " to iterate over more than one variable");
        }
        long end = number.longValue();
        for (long i = 0; i < end; i++) {
            if (!goesOn(frame, null, like(number, i))) {
                break;
            }
        }
        return end > 0 ? 1 : 0;
    }

    /** {@code i} in the type of the number that is counted to. */
    private static Number like(Number number, long i) {
        if (number instanceof Long) {
            return i;
        }
        return number instanceof GoInteger integer ? GoInteger.of(integer.type(), i) : WideInt.of(i);
    }
}
