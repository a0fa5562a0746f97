package decs.template.usage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which data a value may be: places in the data, and, of a {@code dict} or {@code list} made by the template, what its
 * entries may be. A value that was computed is none of them.
 */
record Reach(Set<List<String>> places, Map<String, Reach> entries) {
    static final Reach NONE = new Reach(Set.of(), Map.of());
    static final Reach ROOT = new Reach(Set.of(List.of()), Map.of());

    Reach {
        places = Set.copyOf(places);
        entries = Map.copyOf(entries);
    }

    static Reach ofEntries(Map<String, Reach> entries) {
        return new Reach(Set.of(), entries);
    }

    boolean isNone() {
        return places.isEmpty() && entries.isEmpty();
    }

    Reach field(String name) {
        Set<List<String>> next = new LinkedHashSet<>();
        for (List<String> place : places) {
            List<String> longer = new ArrayList<>(place);
            longer.add(name);
            next.add(List.copyOf(longer));
        }
        Reach entry = entries.getOrDefault(name, NONE);
        return new Reach(next, Map.of()).or(entry);
    }

    Reach fields(List<String> names) {
        Reach reach = this;
        for (String name : names) {
            reach = reach.field(name);
        }
        return reach;
    }

    Reach or(Reach other) {
        if (isNone() || other.isNone()) {
            return isNone() ? other : this;
        }
        Set<List<String>> both = new LinkedHashSet<>(places);
        both.addAll(other.places);
        Map<String, Reach> all = new LinkedHashMap<>(entries);
        other.entries.forEach((name, reach) -> all.merge(name, reach, Reach::or));
        return new Reach(both, all);
    }

    /** What any entry of a made {@code dict} or {@code list} may be. */
    Reach anyEntry() {
        return entries.values().stream().reduce(NONE, Reach::or);
    }

    /** How far the deepest place is from the top. */
    int depth() {
        int deepest = places.stream().mapToInt(List::size).max().orElse(0);
        return Math.max(
                deepest,
                1 + entries.values().stream().mapToInt(Reach::depth).max().orElse(-1));
    }
}
