package decs.core.diff;

import decs.core.diff.TreeChange.Added;
import decs.core.diff.TreeChange.Detail;
import decs.core.diff.TreeChange.Removed;
import decs.core.diff.TreeChange.Reordered;
import decs.core.diff.TreeChange.Replaced;
import decs.template.value.ValueMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Two documents compared as trees: keys of maps in the older side's order, list entries by their {@code name}, {@code
 * key} or {@code id} where every entry has one, else by equality.
 */
final class TreeComparison {
    private static final List<String> NAMING_KEYS = List.of("name", "key", "id");

    private final List<TreeChange> changes = new ArrayList<>();
    private final Deque<String> path = new ArrayDeque<>();

    private TreeComparison() {}

    static List<TreeChange> of(Object before, Object after) {
        TreeComparison comparison = new TreeComparison();
        comparison.compare(before, after);
        return comparison.changes;
    }

    private void compare(Object before, Object after) {
        if (before instanceof Map<?, ?> old && after instanceof Map<?, ?> now) {
            maps(old, now);
        } else if (before instanceof List<?> old && after instanceof List<?> now) {
            lists(old, now);
        } else if (!Objects.equals(before, after)) {
            add(List.of(new Replaced(before, after)));
        }
    }

    private void step(String name, Object before, Object after) {
        path.addLast(name);
        compare(before, after);
        path.removeLast();
    }

    private void add(List<Detail> details) {
        if (!details.isEmpty()) {
            changes.add(new TreeChange(List.copyOf(path), details));
        }
    }

    private void maps(Map<?, ?> before, Map<?, ?> after) {
        ValueMap gone = new ValueMap();
        before.forEach((key, value) -> {
            if (!after.containsKey(key)) {
                gone.put((String) key, value);
            }
        });
        ValueMap come = new ValueMap();
        after.forEach((key, value) -> {
            if (!before.containsKey(key)) {
                come.put((String) key, value);
            }
        });
        List<Detail> details = new ArrayList<>();
        if (!gone.isEmpty()) {
            details.add(new Removed(gone));
        }
        if (!come.isEmpty()) {
            details.add(new Added(come));
        }
        add(details);
        before.forEach((key, value) -> {
            if (after.containsKey(key)) {
                step((String) key, value, after.get(key));
            }
        });
    }

    private void lists(List<?> before, List<?> after) {
        Optional<String> naming = NAMING_KEYS.stream()
                .filter(key -> named(before, key) && named(after, key))
                .findFirst();
        if (naming.isPresent()) {
            namedLists(byName(before, naming.get()), byName(after, naming.get()));
        } else {
            plainLists(before, after);
        }
    }

    private static boolean named(List<?> list, String key) {
        HashSet<Object> names = new HashSet<>();
        for (Object item : list) {
            Object name = item instanceof Map<?, ?> map ? map.get(key) : null;
            if (!(name instanceof String) || !names.add(name)) {
                return false;
            }
        }
        return !list.isEmpty();
    }

    private static Map<String, Object> byName(List<?> list, String key) {
        Map<String, Object> result = new LinkedHashMap<>();
        list.forEach(item -> result.put((String) ((Map<?, ?>) item).get(key), item));
        return result;
    }

    private void namedLists(Map<String, Object> before, Map<String, Object> after) {
        List<Object> gone = new ArrayList<>(before.values());
        gone.removeIf(item -> containsName(before, after, item));
        List<Object> come = new ArrayList<>(after.values());
        come.removeIf(item -> containsName(after, before, item));
        List<Object> oldOrder = new ArrayList<>(
                before.keySet().stream().filter(after::containsKey).toList());
        List<Object> newOrder = new ArrayList<>(
                after.keySet().stream().filter(before::containsKey).toList());
        add(listDetails(gone, come, oldOrder, newOrder));
        before.forEach((name, item) -> {
            if (after.containsKey(name)) {
                step(name, item, after.get(name));
            }
        });
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean containsName(Map<String, Object> here, Map<String, Object> there, Object item) {
        return here.entrySet().stream()
                .anyMatch(entry -> entry.getValue() == item && there.containsKey(entry.getKey()));
    }

    private void plainLists(List<?> before, List<?> after) {
        List<Object> gone = without(before, after);
        List<Object> come = without(after, before);
        List<Object> oldOrder = without(before, gone);
        List<Object> newOrder = without(after, come);
        boolean sameCounts = before.size() - gone.size() == oldOrder.size() && oldOrder.size() == newOrder.size();
        add(listDetails(gone, come, sameCounts ? oldOrder : List.of(), sameCounts ? newOrder : List.of()));
    }

    private static List<Object> without(List<?> list, List<?> taken) {
        List<Object> rest = new ArrayList<>(list);
        taken.forEach(rest::remove);
        return rest;
    }

    private static List<Detail> listDetails(
            List<Object> gone, List<Object> come, List<Object> oldOrder, List<Object> newOrder) {
        List<Detail> details = new ArrayList<>();
        if (!oldOrder.equals(newOrder)) {
            details.add(new Reordered(oldOrder, newOrder));
        }
        if (!gone.isEmpty()) {
            details.add(new Removed(gone));
        }
        if (!come.isEmpty()) {
            details.add(new Added(come));
        }
        return details;
    }
}
