package decs.helm.kube.patch;

import decs.helm.kube.schema.Field;
import decs.helm.kube.schema.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A live list that a strategic patch merges with. */
final class MergingList {
    private final Field field;
    private final List<Object> items;
    /** The old list as the server still sees it while it orders the new one: it is changed in place meanwhile. */
    private final List<Object> slots;

    MergingList(Field field, List<Object> live) {
        this.field = field;
        this.items = new ArrayList<>(live);
        this.slots = new ArrayList<>(live);
    }

    List<Object> patched(Map<String, Object> patch) {
        List<Object> change = list(patch, field.name());
        if (change.contains(Map.of(Directive.PATCH, Directive.REPLACE))) {
            change.removeIf(item -> ((Map<?, ?>) item).containsKey(Directive.PATCH));
            return change;
        }
        List<Object> order = order(change, patch);
        if (Values.kind(items, change) == Values.Kind.MAPS) {
            remove(change);
            change.forEach(this::add);
        } else {
            items.removeAll(list(patch, Directive.DELETE_SCALARS + field.name()));
            change.stream().filter(item -> !items.contains(item)).forEach(items::add);
        }
        return ListOrder.weave(items, order, slots, field.merge().key());
    }

    private static List<Object> list(Map<String, Object> patch, String key) {
        return patch.get(key) instanceof List<?> list ? new ArrayList<>(Values.list(list)) : new ArrayList<>();
    }

    private List<Object> order(List<Object> change, Map<String, Object> patch) {
        if (patch.get(Directive.ORDER + field.name()) instanceof List<?> list) {
            ListOrder.check(change, Values.list(list));
            return Values.list(list);
        }
        String key = field.merge().key();
        return change.stream()
                .map(item -> item instanceof Map<?, ?> map ? Collections.singletonMap(key, map.get(key)) : item)
                .toList();
    }

    private void remove(List<Object> change) {
        String key = field.merge().key();
        for (KeyedItem item : KeyedItem.all(change, key)) {
            if (Directive.DELETE.equals(item.fields().get(Directive.PATCH))) {
                int like = KeyedItem.indexOf(items, item.key(), key);
                while (like >= 0) {
                    items.remove(like);
                    for (int i = like; i < items.size(); i++) {
                        slots.set(i, items.get(i));
                    }
                    like = KeyedItem.indexOf(items, item.key(), key);
                }
            }
        }
        change.removeIf(item -> Directive.DELETE.equals(((Map<?, ?>) item).get(Directive.PATCH)));
    }

    private void add(Object value) {
        String key = field.merge().key();
        Shape shape = ((Shape.ListOf) field.shape()).item();
        KeyedItem item = KeyedItem.of(value, key);
        int like = KeyedItem.indexOf(items, item.key(), key);
        if (like >= 0) {
            items.set(like, StrategicMerge.maps(Values.map((Map<?, ?>) items.get(like)), item.fields(), shape));
            return;
        }
        items.add(StrategicMerge.maps(Map.of(), item.fields(), shape));
        if (items.size() <= slots.size()) {
            slots.set(items.size() - 1, value);
        }
    }
}
