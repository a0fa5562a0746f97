package decs.helm.kube.apply;

import decs.helm.kube.schema.Shape;
import decs.template.yaml.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;

/**
 * A set of paths into objects, in the form of {@code fieldsV1}: {@code f:name} for a field, {@code k:{"name":"web"}} for
 * an item of a list by its keys, {@code v:"x"} for an item of a set. Immutable.
 *
 * @param member whether the place itself belongs to the set
 */
public record FieldSet(boolean member, SortedMap<String, FieldSet> children) {
    /** No path at all. */
    public static final FieldSet EMPTY = new FieldSet(false, new TreeMap<>());

    private static final FieldSet LEAF = new FieldSet(true, new TreeMap<>());

    public FieldSet {
        children = Collections.unmodifiableSortedMap(new TreeMap<>(children));
    }

    /** Reads {@code fieldsV1}. */
    public static FieldSet of(Map<String, ?> fieldsV1) {
        return read(fieldsV1).withMember(false);
    }

    private static FieldSet read(Map<?, ?> fields) {
        TreeMap<String, FieldSet> children = new TreeMap<>();
        boolean member = fields.isEmpty();
        for (Map.Entry<?, ?> entry : fields.entrySet()) {
            if (entry.getKey().equals(".")) {
                member = true;
            } else {
                children.put((String) entry.getKey(), read(entry.getValue() instanceof Map<?, ?> map ? map : Map.of()));
            }
        }
        return new FieldSet(member, children);
    }

    /** All that a value says, by its shape. */
    public static FieldSet of(Object value, Shape shape) {
        List<Part> parts = value == null ? List.of() : Part.of(value, shape);
        if (parts.isEmpty()) {
            return LEAF;
        }
        TreeMap<String, FieldSet> children = new TreeMap<>();
        for (Part part : parts) {
            FieldSet inner = of(part.value(), part.shape());
            children.put(part.step(), part.step().startsWith("f:") ? inner : inner.withMember(true));
        }
        return new FieldSet(false, children);
    }

    /** The form of {@code metadata.managedFields}. */
    public Map<String, Object> fieldsV1() {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (member && !children.isEmpty()) {
            fields.put(".", Map.of());
        }
        children.forEach((step, child) -> fields.put(step, child.fieldsV1()));
        return fields;
    }

    public boolean isEmpty() {
        return !member && children.isEmpty();
    }

    /** What is below a step; empty when nothing is. */
    public FieldSet at(String step) {
        return children.getOrDefault(step, EMPTY);
    }

    public FieldSet union(FieldSet other) {
        TreeMap<String, FieldSet> all = new TreeMap<>(children);
        other.children.forEach((step, child) -> all.merge(step, child, FieldSet::union));
        return new FieldSet(member || other.member, all);
    }

    /** The paths that the other set has not. */
    public FieldSet minus(FieldSet other) {
        return combine(other, member && !other.member, FieldSet::minus, true);
    }

    public FieldSet intersection(FieldSet other) {
        return combine(other, member && other.member, FieldSet::intersection, false);
    }

    /** The paths that are neither in the other set nor below one of its members. */
    public FieldSet minusAllBelow(FieldSet other) {
        return other.member ? EMPTY : combine(other, member, FieldSet::minusAllBelow, true);
    }

    private FieldSet combine(
            FieldSet other, boolean newMember, BinaryOperator<FieldSet> operation, boolean keepOthers) {
        TreeMap<String, FieldSet> left = new TreeMap<>();
        children.forEach((step, child) -> {
            FieldSet match = other.children.get(step);
            FieldSet result = match == null ? (keepOthers ? child : EMPTY) : operation.apply(child, match);
            if (!result.isEmpty()) {
                left.put(step, result);
            }
        });
        return new FieldSet(newMember, left);
    }

    /** The set without what is at or below a path of field names. */
    FieldSet without(String... names) {
        FieldSet unwanted = LEAF;
        for (int i = names.length - 1; i >= 0; i--) {
            TreeMap<String, FieldSet> one = new TreeMap<>();
            one.put("f:" + names[i], unwanted);
            unwanted = new FieldSet(false, one);
        }
        return minusAllBelow(unwanted);
    }

    FieldSet withMember(boolean newMember) {
        return newMember == member ? this : new FieldSet(newMember, children);
    }

    static FieldSet at(String step, FieldSet child) {
        TreeMap<String, FieldSet> one = new TreeMap<>();
        if (!child.isEmpty()) {
            one.put(step, child);
        }
        return new FieldSet(false, one);
    }

    static FieldSet leaf() {
        return LEAF;
    }

    /** Hands on every path in the words of the server's messages: {@code .spec.containers[name="web"].image}. */
    void forEachPath(BiConsumer<String, List<String>> action) {
        walk("", new ArrayList<>(), action);
    }

    private void walk(String path, List<String> steps, BiConsumer<String, List<String>> action) {
        if (member) {
            action.accept(path, List.copyOf(steps));
        }
        children.forEach((step, child) -> {
            steps.add(step);
            child.walk(path + words(step), steps, action);
            steps.remove(steps.size() - 1);
        });
    }

    private static String words(String step) {
        String rest = step.substring(2);
        return switch (step.charAt(0)) {
            case 'f' -> "." + rest;
            case 'v' -> "[=" + rest + "]";
            case 'k' -> {
                List<String> pairs = new ArrayList<>();
                if (Json.read(rest) instanceof Map<?, ?> keys) {
                    new TreeMap<>(keys).forEach((key, value) -> pairs.add(key + "=" + Json.write(value)));
                }
                yield "[" + String.join(",", pairs) + "]";
            }
            default -> "[" + rest + "]";
        };
    }
}
