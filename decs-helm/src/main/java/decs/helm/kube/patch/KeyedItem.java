package decs.helm.kube.patch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A mapping in a list, with the value of the merge key that identifies it there. */
record KeyedItem(Object key, Map<String, Object> fields) {
    private static final Comparator<KeyedItem> BY_KEY =
            Comparator.comparing(item -> Values.utf8(String.valueOf(item.key())), Arrays::compareUnsigned);

    static KeyedItem of(Object value, String key) {
        Map<String, Object> fields = Values.map((Map<?, ?>) value);
        if (!fields.containsKey(key)) {
            throw new PatchException("map: " + GoText.of(fields) + " does not contain declared merge key: " + key);
        }
        return new KeyedItem(fields.get(key), fields);
    }

    static List<KeyedItem> all(List<Object> list, String key) {
        return list.stream().map(value -> of(value, key)).toList();
    }

    /** Sorted by the text of the key; those with one key in reverse, which is what the real tools' sort does. */
    static List<KeyedItem> sorted(List<Object> list, String key) {
        List<KeyedItem> items = new ArrayList<>(all(list, key));
        Collections.reverse(items);
        items.sort(BY_KEY);
        return items;
    }

    int compareKey(KeyedItem other) {
        return BY_KEY.compare(this, other);
    }

    /** Where a list has the item with a key; -1 when nowhere. */
    static int indexOf(List<Object> list, Object keyValue, String key) {
        for (int i = 0; i < list.size(); i++) {
            if (Objects.equals(of(list.get(i), key).key(), keyValue)) {
                return i;
            }
        }
        return -1;
    }
}
