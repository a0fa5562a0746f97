package decs.helm.action;

import decs.helm.action.ReleaseDrift.FieldDrift;
import decs.helm.action.ReleaseDrift.Writer;
import decs.helm.kube.KubeObject;
import decs.template.yaml.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Where a live object differs from another state of it, and who wrote what is there. */
final class FieldComparison {
    private static final Set<String> OF_THE_SERVER =
            Set.of("managedFields", "resourceVersion", "generation", "uid", "creationTimestamp", "selfLink");

    private final List<Map<String, Object>> owners;
    private final String self;
    private final List<FieldDrift> found = new ArrayList<>();

    private FieldComparison(KubeObject live, String self) {
        this.owners = live.maps("metadata", "managedFields");
        this.self = self;
    }

    /**
     * The differences.
     *
     * @param self the field manager whose writes are no news
     */
    static List<FieldDrift> of(KubeObject live, KubeObject released, String self) {
        FieldComparison comparison = new FieldComparison(live, self);
        comparison.maps("", List.of(), settable(live), settable(released));
        return List.copyOf(comparison.found);
    }

    private static Map<String, Object> settable(KubeObject object) {
        Map<String, Object> content =
                new LinkedHashMap<>(object.without("status").content());
        Map<String, Object> metadata = new LinkedHashMap<>(object.map("metadata"));
        metadata.keySet().removeAll(OF_THE_SERVER);
        content.put("metadata", metadata);
        return content;
    }

    /** @param way the live values along the path, by which the owners' sets are followed */
    private void values(String path, List<Step> way, Object live, Object released) {
        if (Objects.equals(live, released)) {
            return;
        }
        if (live instanceof Map<?, ?> one && released instanceof Map<?, ?> other) {
            maps(path, way, one, other);
        } else if (live instanceof List<?> one && released instanceof List<?> other) {
            lists(path, way, one, other);
        } else {
            found.add(new FieldDrift(path, Optional.ofNullable(live), Optional.ofNullable(released), writers(way)));
        }
    }

    private void maps(String path, List<Step> way, Map<?, ?> live, Map<?, ?> released) {
        Set<String> keys = new TreeSet<>();
        live.keySet().forEach(key -> keys.add(String.valueOf(key)));
        released.keySet().forEach(key -> keys.add(String.valueOf(key)));
        for (String key : keys) {
            String step = key.contains(".") ? "[" + key + "]" : path.isEmpty() ? key : "." + key;
            values(path + step, longer(way, new Step(key, null)), live.get(key), released.get(key));
        }
    }

    private void lists(String path, List<Step> way, List<?> live, List<?> released) {
        Optional<String> key = key(live, released);
        if (key.isEmpty()) {
            for (int i = 0; i < Math.max(live.size(), released.size()); i++) {
                Object item = i < live.size() ? live.get(i) : null;
                values(
                        path + "[" + i + "]",
                        longer(way, new Step("", item)),
                        item,
                        i < released.size() ? released.get(i) : null);
            }
            return;
        }
        Map<Object, Object> before = byKey(live, key.get());
        Map<Object, Object> after = byKey(released, key.get());
        Set<Object> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        for (Object name : names) {
            String step = "[" + key.get() + "=" + name + "]";
            values(path + step, longer(way, new Step("", before.get(name))), before.get(name), after.get(name));
        }
    }

    /** What tells the items of both lists apart: their names or ports, where all have different ones. */
    private static Optional<String> key(List<?> live, List<?> released) {
        return List.of("name", "containerPort", "port", "mountPath", "key").stream()
                .filter(key -> byKey(live, key).size() == live.size()
                        && byKey(released, key).size() == released.size())
                .findFirst();
    }

    private static Map<Object, Object> byKey(List<?> list, String key) {
        Map<Object, Object> items = new LinkedHashMap<>();
        for (Object item : list) {
            if (item instanceof Map<?, ?> map && map.get(key) != null) {
                items.put(map.get(key), item);
            }
        }
        return items;
    }

    /** One step of a path: into a field, or to an item of a list. */
    private record Step(String field, Object item) {}

    private static List<Step> longer(List<Step> way, Step step) {
        List<Step> longer = new ArrayList<>(way);
        longer.add(step);
        return longer;
    }

    private List<Writer> writers(List<Step> way) {
        return owners.stream()
                .filter(entry -> !self.equals(entry.get("manager")) && owns(entry.get("fieldsV1"), way))
                .map(entry -> new Writer(text(entry, "manager"), text(entry, "subresource"), text(entry, "time")))
                .sorted(Comparator.comparing(Writer::time).reversed())
                .toList();
    }

    private static String text(Map<String, Object> entry, String key) {
        return entry.get(key) instanceof String text ? text : "";
    }

    /** Whether an entry of managedFields holds the place, or a whole of which it is a part. */
    private static boolean owns(Object fields, List<Step> way) {
        Object rest = fields;
        for (Step step : way) {
            if (!(rest instanceof Map<?, ?> map)) {
                return false;
            }
            if (map.isEmpty()) {
                return true; // a leaf: a list or mapping that is owned as a whole
            }
            rest = step.field().isEmpty() ? item(map, step.item()) : map.get("f:" + step.field());
        }
        return rest != null;
    }

    private static Object item(Map<?, ?> fields, Object item) {
        for (Map.Entry<?, ?> entry : fields.entrySet()) {
            String key = String.valueOf(entry.getKey());
            boolean same = key.startsWith("v:")
                    ? Objects.equals(Json.read(key.substring(2)), item)
                    : key.startsWith("k:") && hasKeys(Json.read(key.substring(2)), item);
            if (same) {
                return entry.getValue();
            }
        }
        return null;
    }

    private static boolean hasKeys(Object keys, Object item) {
        return keys instanceof Map<?, ?> wanted
                && item instanceof Map<?, ?> map
                && wanted.entrySet().stream()
                        .allMatch(key -> String.valueOf(key.getValue()).equals(String.valueOf(map.get(key.getKey()))));
    }
}
