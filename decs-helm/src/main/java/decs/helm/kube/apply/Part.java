package decs.helm.kube.apply;

import decs.helm.kube.schema.Shape;
import decs.template.yaml.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A part of a value that can be owned by itself: a field, or an item of a list that merges. */
record Part(String step, Object value, Shape shape) {
    /** The parts of a value; none when it is owned as a whole. */
    static List<Part> of(Object value, Shape shape) {
        if (value instanceof Map<?, ?> map && !atomic(shape)) {
            List<Part> parts = new ArrayList<>(map.size());
            map.forEach((key, inner) -> parts.add(new Part("f:" + key, inner, shape.child((String) key))));
            return parts;
        }
        if (value instanceof List<?> list
                && shape instanceof Shape.ListOf of
                && of.kind() != Shape.ListOf.Kind.ATOMIC) {
            List<Part> parts = new ArrayList<>(list.size());
            for (Object item : list) {
                Optional<String> step = step(item, of);
                if (step.isEmpty()) {
                    return List.of();
                }
                parts.add(new Part(step.get(), item, of.item()));
            }
            return parts;
        }
        return List.of();
    }

    private static boolean atomic(Shape shape) {
        return shape instanceof Shape.Struct struct
                ? struct.atomic()
                : shape instanceof Shape.MapOf map ? map.atomic() : shape instanceof Shape.Scalar;
    }

    /** How an item of a merging list is named; empty when it lacks a key. */
    static Optional<String> step(Object item, Shape.ListOf list) {
        if (list.kind() == Shape.ListOf.Kind.SET) {
            return Optional.of("v:" + Json.write(item));
        }
        if (!(item instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        Map<String, Object> keys = new TreeMap<>();
        for (String key : list.keys()) {
            Object value = map.get(key);
            if (value == null && key.equals("protocol")) {
                value = "TCP"; // the one default that the API's types give to a key
            }
            if (value != null) {
                keys.put(key, value);
            }
        }
        return keys.isEmpty() ? Optional.empty() : Optional.of("k:" + Json.write(keys));
    }
}
