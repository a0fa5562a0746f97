package decs.core.spec;

import decs.template.source.Position;
import decs.template.value.ValueMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A struct of the spec as it was read: fields by name, absent ones simply absent. Not changed after reading. */
public record Fields(ValueMap map) {
    public Fields {
        Objects.requireNonNull(map, "map");
    }

    public static Fields empty() {
        return new Fields(new ValueMap());
    }

    public boolean has(String name) {
        return map.containsKey(name);
    }

    /** Text, or the empty text. */
    public String text(String name) {
        return map.get(name) instanceof String text ? text : "";
    }

    /** A flag, when it is written. */
    public Optional<Boolean> flag(String name) {
        return map.get(name) instanceof Boolean flag ? Optional.of(flag) : Optional.empty();
    }

    /** A whole number, when it is written. */
    public Optional<Integer> whole(String name) {
        return map.get(name) instanceof Integer number ? Optional.of(number) : Optional.empty();
    }

    /** A list, or the empty list. */
    public List<Object> list(String name) {
        return map.get(name) instanceof List<?> list ? new ArrayList<>(list) : List.of();
    }

    public List<String> texts(String name) {
        return list(name).stream().map(String::valueOf).toList();
    }

    public Map<String, String> textMap(String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (map.get(name) instanceof Map<?, ?> entries) {
            entries.forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
        }
        return texts;
    }

    /** A struct, or an empty one. */
    public Fields struct(String name) {
        return map.get(name) instanceof ValueMap fields ? new Fields(fields) : empty();
    }

    public List<Fields> structs(String name) {
        return list(name).stream()
                .filter(ValueMap.class::isInstance)
                .map(fields -> new Fields((ValueMap) fields))
                .toList();
    }

    public Map<String, Fields> structMap(String name) {
        Map<String, Fields> structs = new LinkedHashMap<>();
        if (map.get(name) instanceof Map<?, ?> entries) {
            entries.forEach((key, value) -> {
                if (value instanceof ValueMap fields) {
                    structs.put(String.valueOf(key), new Fields(fields));
                }
            });
        }
        return structs;
    }

    /** Where a field was written. */
    public Optional<Position> origin(String name) {
        return map.origin(name);
    }

    /** A copy with another value of a field. */
    public Fields with(String name, Object value) {
        ValueMap copy = new ValueMap(map);
        copy.put(name, value);
        return new Fields(copy);
    }

    public Fields without(String name) {
        ValueMap copy = new ValueMap(map);
        copy.remove(name);
        return new Fields(copy);
    }
}
