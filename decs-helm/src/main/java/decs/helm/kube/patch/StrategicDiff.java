package decs.helm.kube.patch;

import decs.helm.kube.schema.Field;
import decs.helm.kube.schema.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * One half of the strategic merge patch that leads from one tree to another.
 *
 * <p>Mirrors: {@code k8s.io/apimachinery/pkg/util/strategicpatch}, the two diffs of a three-way merge.
 */
final class StrategicDiff {
    /** Which differences count. */
    enum Half {
        /** What is new or other in the second tree. */
        CHANGES,
        /** What is missing from the second tree. */
        REMOVALS
    }

    private final boolean changes;

    StrategicDiff(Half half) {
        this.changes = half == Half.CHANGES;
    }

    Map<String, Object> between(Map<String, Object> from, Map<String, Object> to, Shape shape) {
        return maps(from, to, shape, false);
    }

    private Map<String, Object> maps(
            Map<String, Object> from, Map<String, Object> to, Shape shape, boolean retainKeys) {
        Map<String, Object> patch = new LinkedHashMap<>();
        from.forEach((key, value) -> {
            if (to.containsKey(key)) {
                value(key, value, to.get(key), shape, patch);
            } else if (!changes) {
                patch.put(key, null);
            }
        });
        if (changes) {
            to.forEach((key, value) -> {
                if (!from.containsKey(key)) {
                    patch.put(key, value);
                }
            });
        }
        List<String> retained = retainKeys ? keysWithValue(to) : List.of();
        if (!retained.isEmpty() && (!patch.isEmpty() || !to.keySet().containsAll(from.keySet()))) {
            patch.put(Directive.RETAIN_KEYS, retained);
        }
        return patch;
    }

    private static List<String> keysWithValue(Map<String, Object> map) {
        return map.keySet().stream()
                .filter(key -> map.get(key) != null)
                .sorted()
                .toList();
    }

    private void value(String key, Object from, Object to, Shape shape, Map<String, Object> patch) {
        boolean same = Objects.equals(from, to);
        if (from instanceof Map<?, ?> left && to instanceof Map<?, ?> right) {
            field(shape, key, same).ifPresent(field -> {
                boolean retainKeys = field.merge().retainKeys();
                Map<String, Object> inner = maps(Values.map(left), Values.map(right), field.shape(), retainKeys);
                if (!inner.isEmpty()) {
                    patch.put(key, inner);
                }
            });
        } else if (from instanceof List<?> left && to instanceof List<?> right) {
            field(shape, key, same).ifPresent(field -> list(field, Values.list(left), Values.list(right), patch));
        } else if (changes && !same) {
            patch.put(key, to);
        }
    }

    /** The field under a key that holds maps or lists; the real tools give up where they differ and it is unknown. */
    private static Optional<Field> field(Shape shape, String key, boolean same) {
        Optional<Field> field = shape instanceof Shape.Struct struct ? struct.field(key) : Optional.empty();
        if (field.isPresent() || same) {
            return field;
        }
        throw new PatchException(
                shape instanceof Shape.Struct struct
                        ? "unable to find api field in struct " + struct.name() + " for the json field \"" + key + "\""
                        : "merging an object in json but data type is not struct, instead is: map");
    }

    private void list(Field field, List<Object> from, List<Object> to, Map<String, Object> patch) {
        if (!field.merge().lists() || from.isEmpty()) {
            if (changes && !from.equals(to)) {
                patch.put(field.name(), to);
            }
        } else if (Values.kind(from, to) == Values.Kind.MAPS) {
            listOfMaps(field, from, to, patch);
        } else {
            listOfScalars(field, from, to, patch);
        }
    }

    private void listOfMaps(Field field, List<Object> from, List<Object> to, Map<String, Object> patch) {
        String key = field.merge().key();
        List<Object> order = order(to, key);
        List<Object> items = ListOrder.arrangePatch(items(field, from, to), order);
        if (!items.isEmpty()) {
            patch.put(field.name(), items);
        }
        boolean moved = changes && !order.equals(order(from, key));
        if (!to.isEmpty() && (moved || !items.isEmpty())) {
            patch.put(Directive.ORDER + field.name(), order);
        }
    }

    private static List<Object> order(List<Object> list, String key) {
        return KeyedItem.all(list, key).stream()
                .map(item -> (Object) Collections.singletonMap(key, item.key()))
                .toList();
    }

    /** Walks both lists in the order of their keys, so that of several items with one key each finds its like. */
    private List<Object> items(Field field, List<Object> from, List<Object> to) {
        String key = field.merge().key();
        Shape shape = ((Shape.ListOf) field.shape()).item();
        List<KeyedItem> old = KeyedItem.sorted(from, key);
        List<KeyedItem> wanted = KeyedItem.sorted(to, key);
        List<Object> items = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < old.size() || j < wanted.size()) {
            int order =
                    i == old.size() ? 1 : j == wanted.size() ? -1 : old.get(i).compareKey(wanted.get(j));
            if (order == 0) {
                KeyedItem before = old.get(i++);
                KeyedItem after = wanted.get(j++);
                boolean retainKeys = field.merge().retainKeys();
                Map<String, Object> inner = maps(before.fields(), after.fields(), shape, retainKeys);
                if (!inner.isEmpty()) {
                    inner.put(key, after.key());
                    items.add(inner);
                }
            } else if (order > 0) {
                KeyedItem added = wanted.get(j++);
                if (changes) {
                    items.add(added.fields());
                }
            } else {
                KeyedItem gone = old.get(i++);
                if (!changes) {
                    Map<String, Object> removal = new LinkedHashMap<>();
                    removal.put(key, gone.key());
                    removal.put(Directive.PATCH, Directive.DELETE);
                    items.add(removal);
                }
            }
        }
        return items;
    }

    private void listOfScalars(Field field, List<Object> from, List<Object> to, Map<String, Object> patch) {
        List<Object> old = new ArrayList<>(from); // sorted, as the real tools compare it
        old.sort(Comparator.comparing(item -> Values.utf8(String.valueOf(item)), Arrays::compareUnsigned));
        List<Object> added = without(to, from);
        List<Object> gone = without(old, to);
        if (changes && !added.isEmpty()) {
            patch.put(field.name(), added);
        }
        if (!changes && !gone.isEmpty()) {
            patch.put(Directive.DELETE_SCALARS + field.name(), gone);
        }
        if (!to.isEmpty() && (changes ? !old.equals(to) : !gone.isEmpty())) {
            patch.put(Directive.ORDER + field.name(), to);
        }
    }

    private static List<Object> without(List<Object> list, List<Object> others) {
        Set<Object> known = new HashSet<>(others);
        return list.stream().filter(item -> !known.contains(item)).toList();
    }
}
