package decs.core.hcl;

import decs.template.source.DecsException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** The arguments of a call, as the types that a function wants, and what values become in other types. */
record HclArguments(String function, List<Object> values) {

    int count() {
        return values.size();
    }

    Object any(int index) {
        if (index >= values.size()) {
            throw new DecsException("Not enough function arguments; Function \"" + function + "\" expects more than "
                    + values.size() + " argument(s).");
        }
        return values.get(index);
    }

    String text(int index) {
        return text(any(index)).orElseThrow(() -> unsuitable("string"));
    }

    double number(int index) {
        return number(any(index)).orElseThrow(() -> unsuitable("number"));
    }

    int whole(int index) {
        double number = number(index);
        if (number != Math.rint(number)) {
            throw unsuitable("whole number");
        }
        return (int) number;
    }

    List<Object> list(int index) {
        if (any(index) instanceof List<?> list) {
            return new ArrayList<>(list);
        }
        throw unsuitable("list");
    }

    Map<String, Object> map(int index) {
        if (any(index) instanceof Map<?, ?> map) {
            return entries(map);
        }
        throw unsuitable("map");
    }

    List<String> texts(int index) {
        List<String> texts = new ArrayList<>();
        for (Object item : list(index)) {
            texts.add(text(item).orElseThrow(() -> unsuitable("list of string")));
        }
        return texts;
    }

    /** All arguments from one on. */
    List<Object> from(int index) {
        return values.subList(Math.min(index, values.size()), values.size());
    }

    private DecsException unsuitable(String type) {
        return new DecsException("Invalid function argument; " + type + " required");
    }

    static Optional<String> text(Object value) {
        if (value instanceof Double number) {
            return Optional.of(plain(number));
        }
        return value instanceof String || value instanceof Boolean ? Optional.of(value.toString()) : Optional.empty();
    }

    private static String plain(double number) {
        return Double.isInfinite(number) || Double.isNaN(number)
                ? Double.toString(number)
                : number == 0
                        ? "0"
                        : new BigDecimal(Double.toString(number))
                                .stripTrailingZeros()
                                .toPlainString();
    }

    static Optional<Double> number(Object value) {
        if (value instanceof String text) {
            try {
                return Optional.of(Double.valueOf(text));
            } catch (NumberFormatException none) {
                return Optional.empty();
            }
        }
        return value instanceof Double number ? Optional.of(number) : Optional.empty();
    }

    static Optional<Boolean> flag(Object value) {
        if (value instanceof Boolean flag) {
            return Optional.of(flag);
        }
        return Objects.equals(value, "true") || Objects.equals(value, "false")
                ? Optional.of(value.equals("true"))
                : Optional.empty();
    }

    /** Equal in type and content. */
    static boolean same(Object a, Object b) {
        if (a instanceof List<?> x && b instanceof List<?> y && x.size() == y.size()) {
            Iterator<?> others = y.iterator();
            return x.stream().allMatch(item -> same(item, others.next()));
        }
        if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
            return x.keySet().equals(y.keySet()) && x.keySet().stream().allMatch(key -> same(x.get(key), y.get(key)));
        }
        return Objects.equals(a, b);
    }

    @SuppressWarnings("unchecked")
    static List<Object> items(Object list) {
        return (List<Object>) list;
    }

    static Map<String, Object> entries(Map<?, ?> map) {
        Map<String, Object> entries = new TreeMap<>();
        map.forEach((key, value) -> entries.put(String.valueOf(key), value));
        return entries;
    }

    /** A tree of another library as HCL's values: every number a Double, every map in order. */
    static Object adopted(Object tree) {
        if (tree instanceof Number number) {
            return number.doubleValue();
        }
        if (tree instanceof List<?> list) {
            List<Object> items = new ArrayList<>();
            list.forEach(item -> items.add(adopted(item)));
            return items;
        }
        if (tree instanceof Map<?, ?> map) {
            Map<String, Object> entries = entries(map);
            entries.replaceAll((key, value) -> adopted(value));
            return entries;
        }
        return tree;
    }
}
