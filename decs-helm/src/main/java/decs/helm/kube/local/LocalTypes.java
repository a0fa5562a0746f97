package decs.helm.kube.local;

import decs.helm.kube.ClusterException;
import decs.helm.kube.Discovery;
import decs.helm.kube.KubeObject;
import decs.helm.kube.ResourceType;
import decs.helm.kube.schema.ApiTypes;
import decs.helm.kube.schema.Field;
import decs.helm.kube.schema.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The kinds that a local cluster serves: the built-in ones, and those that its CRDs define. */
final class LocalTypes {
    private final ApiTypes builtIn = ApiTypes.builtIn();
    private final Map<String, ResourceType> custom = new LinkedHashMap<>();

    /** Takes over the kinds of all CRDs that there are. */
    void define(Collection<KubeObject> crds) {
        custom.clear();
        for (KubeObject crd : crds) {
            for (Map<String, Object> version : crd.maps("spec", "versions")) {
                if (!Boolean.FALSE.equals(version.get("served")) && version.get("name") instanceof String name) {
                    ResourceType type = new ResourceType(
                            crd.text("spec", "group").orElse(""),
                            name,
                            crd.text("spec", "names", "kind").orElse(""),
                            crd.text("spec", "names", "plural").orElse(""),
                            !crd.text("spec", "scope").orElse("").equals("Cluster"));
                    custom.put(type.apiVersion() + " " + type.kind(), type);
                }
            }
        }
    }

    ResourceType resource(String apiVersion, String kind) {
        return builtIn.resource(apiVersion, kind)
                .or(() -> Optional.ofNullable(custom.get(apiVersion + " " + kind)))
                .orElseThrow(() -> ClusterException.noMatch(apiVersion, kind));
    }

    boolean builtIn(String apiVersion, String kind) {
        return builtIn.type(apiVersion, kind).isPresent();
    }

    /** The type of a kind; of a custom one only its metadata is known. */
    Shape.Struct shape(String apiVersion, String kind) {
        return builtIn.type(apiVersion, kind)
                .orElseGet(() -> new Shape.Struct(kind, false, () -> {
                    Map<String, Field> fields = new LinkedHashMap<>();
                    fields.put("apiVersion", plain("apiVersion", Shape.Scalar.TEXT));
                    fields.put("kind", plain("kind", Shape.Scalar.TEXT));
                    fields.put("metadata", plain("metadata", builtIn.objectMeta()));
                    return fields;
                }));
    }

    private static Field plain(String name, Shape shape) {
        return new Field(name, shape, new Field.Merge(false, false, ""));
    }

    Discovery discovery() {
        Set<String> groupVersions = new LinkedHashSet<>(builtIn.groupVersions());
        custom.values().forEach(type -> groupVersions.add(type.apiVersion()));
        List<ResourceType> resources = new ArrayList<>(builtIn.resources());
        resources.addAll(custom.values());
        List<String> others = new ArrayList<>();
        for (String groupVersion : builtIn.groupVersions()) {
            builtIn.subresourceKinds(groupVersion).forEach(kind -> others.add(groupVersion + "/" + kind));
        }
        return new Discovery(List.copyOf(groupVersions), resources, others, Map.of());
    }
}
