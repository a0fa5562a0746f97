package decs.helm.action;

import decs.helm.kube.Cluster;
import decs.helm.kube.ClusterException;
import decs.helm.kube.KubeObject;
import decs.helm.kube.Patch;
import decs.helm.kube.WriteOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Hands the fields that a manager wrote from the client over to its server-side apply, so that what a later apply leaves
 * out really goes. Mirrors: csaupgrade.UpgradeManagedFieldsPatch.
 */
record FieldTakeover(Cluster cluster, String manager) {
    private static final int TRIES = 5;

    void run(KubeObject seen) {
        KubeObject live = seen;
        for (int tried = 1; ; tried++) {
            Optional<List<Map<String, Object>>> fields = after(live.maps("metadata", "managedFields"));
            if (fields.isEmpty()) {
                return;
            }
            try {
                cluster.patch(live.ref(), patch(live, fields.get()), WriteOptions.by(manager));
                return;
            } catch (ClusterException e) {
                if (e.reason() != ClusterException.Reason.CONFLICT || tried == TRIES) {
                    throw ReleaseException.within("failed to patch object to upgrade CSA field manager: ", e);
                }
                live = cluster.get(live.ref());
            }
        }
    }

    private static Patch patch(KubeObject live, List<Map<String, Object>> fields) {
        return new Patch.Json6902(List.of(
                replacement("/metadata/managedFields", fields),
                replacement("/metadata/resourceVersion", live.resourceVersion().orElse(""))));
    }

    private static Map<String, Object> replacement(String path, Object value) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("op", "replace");
        operation.put("path", path);
        operation.put("value", value);
        return operation;
    }

    /** The managed fields with the manager's updates turned into applies; empty when there is nothing to do. */
    private Optional<List<Map<String, Object>>> after(List<Map<String, Object>> before) {
        List<Map<String, Object>> entries = new ArrayList<>(before);
        int client = find(entries, entry -> is(entry, "Update"));
        if (client < 0) {
            return Optional.empty();
        }
        int server = find(entries, entry -> is(entry, "Apply"));
        if (server < 0) {
            Map<String, Object> turned = new LinkedHashMap<>(entries.get(client));
            turned.put("operation", "Apply");
            entries.set(client, turned);
        } else {
            Map<String, Object> kept = new LinkedHashMap<>(entries.get(server));
            int same = find(
                    entries,
                    entry -> is(entry, "Update")
                            && String.valueOf(kept.get("apiVersion")).equals(entry.get("apiVersion")));
            if (same >= 0) {
                kept.put(
                        "fieldsV1",
                        union(kept.get("fieldsV1"), entries.get(same).get("fieldsV1")));
                entries.set(server, kept);
            }
        }
        entries.removeIf(entry -> is(entry, "Update"));
        return Optional.of(entries);
    }

    private boolean is(Map<String, Object> entry, String operation) {
        return manager.equals(entry.get("manager"))
                && operation.equals(entry.get("operation"))
                && String.valueOf(entry.getOrDefault("subresource", "")).isEmpty();
    }

    private static int find(List<Map<String, Object>> entries, Predicate<Map<String, Object>> wanted) {
        for (int i = 0; i < entries.size(); i++) {
            if (wanted.test(entries.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static Object union(Object a, Object b) {
        if (!(a instanceof Map<?, ?> one) || !(b instanceof Map<?, ?> other)) {
            return a == null ? b : a;
        }
        Map<String, Object> both = new LinkedHashMap<>();
        one.forEach((key, value) -> both.put(String.valueOf(key), value));
        other.forEach((key, value) -> both.merge(String.valueOf(key), value, FieldTakeover::union));
        return both;
    }
}
