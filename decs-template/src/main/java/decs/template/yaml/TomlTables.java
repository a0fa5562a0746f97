package decs.template.yaml;

import decs.template.value.ValueMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** The tree being built: which table is open, and which tables only longer names have brought about. */
final class TomlTables {
    /** An open table and its name. */
    record Place(ValueMap table, List<String> path) {}

    private final TomlInput in;
    private final ValueMap root = new ValueMap();
    private final Set<ValueMap> implicit = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<List<Object>> arrays = Collections.newSetFromMap(new IdentityHashMap<>());
    private Place place = new Place(root, List.of());

    TomlTables(TomlInput in) {
        this.in = in;
    }

    ValueMap root() {
        return root;
    }

    /** The open table's name as messages show it. */
    String contextName() {
        return name(place.path());
    }

    /** The name of a key of the open table as messages show it. */
    String nameOf(String key) {
        return place.path().isEmpty() ? key : contextName() + "." + key;
    }

    private static String name(List<String> path) {
        return String.join(".", path.stream().map(TomlWriter::keyText).toList());
    }

    /** {@code [key]}. */
    void open(List<String> key) {
        Place parent = parent(key);
        String last = key.get(key.size() - 1);
        place = parent;
        in.lastKey = contextName();
        Object known = parent.table().get(last);
        ValueMap table;
        if (known == null) {
            table = new ValueMap();
            parent.table().put(last, table, in.source, in.pos);
        } else if (known instanceof ValueMap map && implicit.remove(map)) {
            table = map;
        } else {
            throw defined(key);
        }
        place = new Place(table, List.copyOf(key));
        in.lastKey = contextName();
    }

    /** {@code [[key]]}. */
    void openArray(List<String> key) {
        Place parent = parent(key);
        String last = key.get(key.size() - 1);
        Object known = parent.table().get(last);
        List<Object> array;
        if (known == null) {
            array = new ArrayList<>();
            arrays.add(array);
            parent.table().put(last, array, in.source, in.pos);
        } else if (known instanceof List<?> list && arrays.contains(list)) {
            array = typed(list);
        } else {
            throw in.error("Key '" + name(key) + "' was already created and cannot be used as an array.");
        }
        ValueMap table = new ValueMap();
        array.add(table);
        place = new Place(table, List.copyOf(key));
        in.lastKey = contextName();
    }

    @SuppressWarnings("unchecked")
    private static List<Object> typed(List<?> list) {
        return (List<Object>) list;
    }

    /** The table that {@code key}'s last part belongs to, made where it is not there. */
    private Place parent(List<String> key) {
        in.lastKey = "";
        ValueMap table = root;
        for (int i = 0; i < key.size() - 1; i++) {
            Object known = table.get(key.get(i));
            if (known == null) {
                table = made(table, key.get(i));
            } else if (known instanceof ValueMap map) {
                table = map;
            } else if (known instanceof List<?> list && arrays.contains(list)) {
                table = (ValueMap) list.get(list.size() - 1);
            } else {
                throw in.error("Key '" + name(key.subList(0, i + 1)) + "' was already created as a hash.");
            }
        }
        return new Place(table, List.copyOf(key.subList(0, key.size() - 1)));
    }

    private ValueMap made(ValueMap parent, String key) {
        ValueMap table = new ValueMap();
        implicit.add(table);
        parent.put(key, table, in.source, in.pos);
        return table;
    }

    /** Opens the table that {@code parts}, the front of a dotted key, name within the open one; gives what was open. */
    Place enter(List<String> parts, String last) {
        Place outer = place;
        List<String> path = new ArrayList<>(place.path());
        ValueMap table = place.table();
        for (int i = 0; i < parts.size(); i++) {
            path.add(parts.get(i));
            Object known = table.get(parts.get(i));
            if (known instanceof ValueMap map) {
                table = map;
            } else if (known == null || known instanceof List) {
                table = made(table, parts.get(i));
            } else {
                List<String> whole = new ArrayList<>(place.path());
                whole.addAll(parts);
                in.lastKey = name(whole) + "." + last;
                throw defined(path);
            }
        }
        place = new Place(table, path);
        return outer;
    }

    /** Opens an inline table that is the value of {@code key}; gives what was open. */
    Place enterInline(String key, ValueMap table) {
        Place outer = place;
        List<String> path = new ArrayList<>(place.path());
        path.add(key);
        place = new Place(table, path);
        return outer;
    }

    void leave(Place outer) {
        place = outer;
    }

    void put(String key, Object value, int offset) {
        ValueMap table = place.table();
        if (table.containsKey(key)) {
            List<String> path = new ArrayList<>(place.path());
            path.add(key);
            throw defined(path);
        }
        table.put(key, value, in.source, offset);
    }

    private YamlException defined(List<String> key) {
        return in.error("Key '" + name(key) + "' has already been defined.");
    }
}
