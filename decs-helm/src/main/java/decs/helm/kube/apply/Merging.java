package decs.helm.kube.apply;

import decs.helm.kube.schema.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values laid over each other and cut down, as their shapes say. */
final class Merging {
    private Merging() {}

    /** The live mapping with all that is wanted set in it. */
    static Map<String, Object> merge(Map<String, Object> live, Map<String, Object> wanted, Shape shape) {
        Map<String, Object> merged = new LinkedHashMap<>(live);
        wanted.forEach((key, value) -> merged.put(key, value(live.get(key), value, shape.child(key))));
        return merged;
    }

    private static Object value(Object live, Object wanted, Shape shape) {
        if (live instanceof Map<?, ?> before && wanted instanceof Map<?, ?> after) {
            boolean whole = Part.of(wanted, shape).isEmpty() && !after.isEmpty();
            return whole ? wanted : merge(map(before), map(after), shape);
        }
        if (live instanceof List<?> before
                && wanted instanceof List<?> after
                && shape instanceof Shape.ListOf list
                && list.kind() != Shape.ListOf.Kind.ATOMIC) {
            return items(before, after, list);
        }
        return wanted;
    }

    /** Items in the order of the live list with the wanted ones' order kept among themselves; new ones come last. */
    private static List<Object> items(List<?> live, List<?> wanted, Shape.ListOf list) {
        Map<String, Object> merged = new LinkedHashMap<>();
        live.forEach(item -> merged.put(Part.step(item, list).orElse(""), item));
        wanted.forEach(item -> {
            String step = Part.step(item, list).orElse("");
            merged.put(step, value(merged.get(step), item, list.item()));
        });
        List<String> order = ItemOrder.of(
                live.stream().map(item -> Part.step(item, list).orElse("")).toList(),
                wanted.stream().map(item -> Part.step(item, list).orElse("")).toList());
        return order.stream().map(merged::get).toList();
    }

    /** The mapping without the fields in {@code unwanted}; a list item goes when nobody keeps anything in it. */
    static Map<String, Object> prune(Map<String, Object> map, FieldSet unwanted, FieldSet kept, Shape shape) {
        Map<String, Object> left = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            String step = "f:" + key;
            pruned(value, unwanted.at(step), kept.at(step), shape.child(key)).ifPresent(rest -> left.put(key, rest));
        });
        return left;
    }

    private static Optional<Object> pruned(Object value, FieldSet unwanted, FieldSet kept, Shape shape) {
        if (unwanted.isEmpty() || value == null) {
            return Optional.ofNullable(value);
        }
        if (unwanted.member() && kept.isEmpty()) {
            return Optional.empty();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> left = prune(map(map), unwanted, kept, shape);
            return left.isEmpty() && kept.isEmpty() ? Optional.empty() : Optional.of(left);
        }
        if (value instanceof List<?> items && shape instanceof Shape.ListOf list) {
            List<Object> left = new ArrayList<>();
            for (Object item : items) {
                String step = Part.step(item, list).orElse("");
                pruned(item, unwanted.at(step), kept.at(step), list.item()).ifPresent(left::add);
            }
            return left.isEmpty() && kept.isEmpty() ? Optional.empty() : Optional.of(left);
        }
        return Optional.of(value);
    }

    /** The value at a path of a field set; null when there is none. */
    static Object value(Object value, List<String> steps, Shape shape) {
        Object at = value;
        Shape form = shape;
        for (String step : steps) {
            Optional<Part> next = Part.of(at, form).stream()
                    .filter(part -> part.step().equals(step))
                    .findFirst();
            if (next.isEmpty()) {
                return null;
            }
            at = next.get().value();
            form = next.get().shape();
        }
        return at;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }
}
