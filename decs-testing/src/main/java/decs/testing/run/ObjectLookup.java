package decs.testing.run;

import decs.helm.render.Lookup;
import decs.template.value.ValueMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The objects that a suite says a cluster has. */
record ObjectLookup(List<Object> objects) implements Lookup {
    @Override
    public Map<String, Object> find(String apiVersion, String kind, String namespace, String name) {
        List<Object> found = new ArrayList<>();
        int kin = 0;
        for (Object each : objects) {
            if (each instanceof ValueMap object
                    && apiVersion.equals(object.get("apiVersion"))
                    && kind.equals(object.get("kind"))) {
                kin++;
                Map<?, ?> metadata = object.get("metadata") instanceof Map<?, ?> given ? given : Map.of();
                if ((name.isEmpty() || name.equals(metadata.get("name")))
                        && (namespace.isEmpty() || namespace.equals(metadata.get("namespace")))) {
                    found.add(object);
                }
            }
        }
        if (!name.isEmpty()) {
            return found.isEmpty() ? Map.of() : (ValueMap) found.get(0);
        }
        ValueMap list = new ValueMap();
        list.put("apiVersion", apiVersion);
        list.put("items", found);
        list.put("kind", kind + "List");
        ValueMap metadata = new ValueMap();
        metadata.put("continue", "");
        metadata.put("resourceVersion", String.valueOf(1 + kin));
        list.put("metadata", metadata);
        return list;
    }
}
