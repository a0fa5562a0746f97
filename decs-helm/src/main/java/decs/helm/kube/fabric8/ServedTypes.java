package decs.helm.kube.fabric8;

import decs.helm.kube.ClusterException;
import decs.helm.kube.Discovery;
import decs.helm.kube.ResourceType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks a server what it serves: in two requests where it aggregates its discovery, else group by group. */
final class ServedTypes {
    private static final String AGGREGATED =
            "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json";

    private final ApiServer server;
    private final List<String> groupVersions = new ArrayList<>();
    private final List<ResourceType> resources = new ArrayList<>();
    private final Map<String, String> unavailable = new LinkedHashMap<>();

    ServedTypes(ApiServer server) {
        this.server = server;
    }

    Discovery ask() {
        for (String root : List.of("/api", "/apis")) {
            Map<String, Object> answer = server.get(root, AGGREGATED);
            if ("APIGroupDiscoveryList".equals(answer.get("kind"))) {
                aggregated(answer);
            } else if (root.equals("/api")) {
                list(answer.get("versions")).forEach(version -> oneByOne("/api/" + version, String.valueOf(version)));
            } else {
                groups(answer);
            }
        }
        return new Discovery(groupVersions, resources, List.of(), unavailable);
    }

    private void aggregated(Map<String, Object> answer) {
        for (Object item : list(answer.get("items"))) {
            Map<?, ?> group = map(item);
            Object name = map(group.get("metadata")).get("name");
            String groupName = name == null ? "" : name.toString();
            for (Object entry : list(group.get("versions"))) {
                Map<?, ?> version = map(entry);
                String groupVersion =
                        groupName.isEmpty() ? text(version, "version") : groupName + "/" + text(version, "version");
                groupVersions.add(groupVersion);
                if ("Stale".equals(version.get("freshness"))) {
                    unavailable.put(groupVersion, "stale");
                }
                for (Object each : list(version.get("resources"))) {
                    Map<?, ?> resource = map(each);
                    Map<?, ?> kind = map(resource.get("responseKind"));
                    resources.add(new ResourceType(
                            groupName,
                            text(version, "version"),
                            text(kind, "kind"),
                            text(resource, "resource"),
                            "Namespaced".equals(resource.get("scope"))));
                }
            }
        }
    }

    private void groups(Map<String, Object> answer) {
        for (Object item : list(answer.get("groups"))) {
            for (Object entry : list(map(item).get("versions"))) {
                String groupVersion = text(map(entry), "groupVersion");
                oneByOne("/apis/" + groupVersion, groupVersion);
            }
        }
    }

    private void oneByOne(String path, String groupVersion) {
        groupVersions.add(groupVersion);
        try {
            for (Object item : list(server.get(path).get("resources"))) {
                Map<?, ?> resource = map(item);
                String plural = text(resource, "name");
                if (!plural.contains("/")) {
                    resources.add(new ResourceType(
                            ResourceType.groupOf(groupVersion),
                            ResourceType.versionOf(groupVersion),
                            text(resource, "kind"),
                            plural,
                            Boolean.TRUE.equals(resource.get("namespaced"))));
                }
            }
        } catch (ClusterException failure) {
            unavailable.put(groupVersion, failure.getMessage());
        }
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static Map<?, ?> map(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static String text(Map<?, ?> map, String key) {
        return map.get(key) instanceof String text ? text : "";
    }
}
