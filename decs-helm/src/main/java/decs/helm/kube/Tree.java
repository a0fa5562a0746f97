package decs.helm.kube;

import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.Set;

/** Immutable trees of JSON values: frozen once, shared from then on, changed by copying the path only. */
final class Tree {
    private static final double EXACT = 0x1p63;

    private Tree() {}

    /** A tree that nobody can change, whole numbers as Long; what is frozen already is taken as it is. */
    static Map<String, Object> freeze(Map<?, ?> map) {
        if (map instanceof Frozen frozen) {
            return frozen;
        }
        Map<String, Object> copy = new LinkedHashMap<>(map.size() * 4 / 3 + 1);
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            copy.put(String.valueOf(entry.getKey()), freezeValue(entry.getValue()));
        }
        return new Frozen(copy);
    }

    static Object freezeValue(Object value) {
        if (value instanceof Map<?, ?> map) {
            return freeze(map);
        }
        if (value instanceof FrozenList frozen) {
            return frozen;
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list.size());
            for (Object item : list) {
                copy.add(freezeValue(item));
            }
            return new FrozenList(copy);
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Double number && number == Math.rint(number) && number < EXACT && number >= -EXACT) {
            return number.longValue();
        }
        return value;
    }

    /** The value at a path; null when it is null or not there. */
    static Object at(Map<String, Object> map, String... path) {
        Object value = map;
        for (String key : path) {
            if (!(value instanceof Map<?, ?> inner)) {
                return null;
            }
            value = inner.get(key);
        }
        return value;
    }

    static Map<String, Object> with(Map<String, Object> map, Object value, String... path) {
        return with(map, value, path, 0);
    }

    private static Map<String, Object> with(Map<String, Object> map, Object value, String[] path, int depth) {
        Map<String, Object> copy = new LinkedHashMap<>(map);
        String key = path[depth];
        if (depth == path.length - 1) {
            copy.put(key, freezeValue(value));
        } else {
            Map<String, Object> inner = map.get(key) instanceof Map<?, ?> found ? cast(found) : Map.of();
            copy.put(key, with(inner, value, path, depth + 1));
        }
        return new Frozen(copy);
    }

    static Map<String, Object> without(Map<String, Object> map, String... path) {
        return without(map, path, 0);
    }

    private static Map<String, Object> without(Map<String, Object> map, String[] path, int depth) {
        String key = path[depth];
        if (!map.containsKey(key)) {
            return map;
        }
        Map<String, Object> copy = new LinkedHashMap<>(map);
        if (depth == path.length - 1) {
            copy.remove(key);
        } else if (map.get(key) instanceof Map<?, ?> inner) {
            copy.put(key, without(cast(inner), path, depth + 1));
        }
        return new Frozen(copy);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> cast(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }

    @SuppressWarnings("unchecked")
    static List<Object> castList(List<?> list) {
        return (List<Object>) list;
    }

    /** A mapping that is known to be frozen all the way down. */
    private static final class Frozen extends AbstractMap<String, Object> {
        private final Map<String, Object> map;

        Frozen(Map<String, Object> map) {
            this.map = map;
        }

        @Override
        public int size() {
            return map.size();
        }

        @Override
        public boolean containsKey(Object key) {
            return map.containsKey(key);
        }

        @Override
        public Object get(Object key) {
            return map.get(key);
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            return Collections.unmodifiableMap(map).entrySet();
        }
    }

    /** A list that is known to be frozen all the way down. */
    private static final class FrozenList extends AbstractList<Object> implements RandomAccess {
        private final List<Object> list;

        FrozenList(List<Object> list) {
            this.list = list;
        }

        @Override
        public int size() {
            return list.size();
        }

        @Override
        public Object get(int index) {
            return list.get(index);
        }
    }
}
