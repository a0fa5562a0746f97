package decs.core.load;

import decs.core.spec.Fields;
import decs.core.spec.SpecMerge;
import decs.template.value.ValueMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code inherits} of a nested file: which sections of its parent fill the gaps of its own. */
record Inherits(List<String> sections) {
    private static final List<String> ALLOWED = List.of(
            "repositories", "helmDefaults", "commonLabels", "apiVersions", "kubeVersion", "templates", "environments");

    static Inherits of(Fields entry) {
        return new Inherits(entry.texts("inherits"));
    }

    /** What is wrong with an entry's {@code inherits}. */
    static Optional<String> problem(Fields entry) {
        return entry.texts("inherits").stream()
                .filter(section -> !ALLOWED.contains(section))
                .findFirst()
                .map(section -> "invalid inherits entry \"" + section + "\" for path \"" + entry.text("path")
                        + "\": allowed values are [" + String.join(" ", ALLOWED) + "]");
    }

    boolean none() {
        return sections.isEmpty();
    }

    boolean environments() {
        return sections.contains("environments");
    }

    /** The parent's sections that are taken. */
    Fields taken(Fields parent) {
        ValueMap taken = new ValueMap();
        for (String section : sections) {
            if (!section.equals("environments") && parent.has(section)) {
                taken.put(section, parent.map().get(section));
            }
        }
        return new Fields(taken);
    }

    /** {@code child} with its gaps filled: the child wins by key, lists are the parent's first, repositories by name. */
    static Fields fill(Fields child, Fields parent) {
        ValueMap sum = new ValueMap(child.map());
        parent.map().forEach((section, value) -> {
            Object own = child.map().get(section);
            if (SpecMerge.isZero(own)) {
                sum.put(section, value);
            } else if (value instanceof Map<?, ?> a && own instanceof Map<?, ?> b) {
                ValueMap map = new ValueMap();
                a.forEach((key, item) -> map.put(String.valueOf(key), item));
                b.forEach((key, item) -> {
                    if (!SpecMerge.isZero(item)) {
                        map.put(String.valueOf(key), item);
                    }
                });
                sum.put(section, map);
            } else if (value instanceof List<?> a && own instanceof List<?> b) {
                sum.put(section, section.equals("repositories") ? byName(a, b) : distinct(a, b));
            }
        });
        return new Fields(sum);
    }

    private static List<Object> distinct(List<?> a, List<?> b) {
        List<Object> all = new ArrayList<>(a);
        b.stream().filter(item -> !all.contains(item)).forEach(all::add);
        return all;
    }

    private static List<Object> byName(List<?> parent, List<?> child) {
        Map<Object, Object> all = new LinkedHashMap<>();
        for (List<?> side : List.of(parent, child)) {
            for (Object repository : side) {
                Object name = repository instanceof Map<?, ?> map ? map.get("name") : repository;
                all.put(name, repository);
            }
        }
        return new ArrayList<>(all.values());
    }
}
