package decs.helm.kube;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a server serves, at one moment.
 *
 * @param groupVersions {@code v1}, {@code apps/v1}, …, in the server's order of preference
 * @param resources every kind, without subresources
 * @param unavailable group versions whose own server did not answer, with the reason
 */
public record Discovery(List<String> groupVersions, List<ResourceType> resources, Map<String, String> unavailable) {
    public Discovery {
        groupVersions = List.copyOf(groupVersions);
        resources = List.copyOf(resources);
        unavailable = Map.copyOf(unavailable);
    }

    public Optional<ResourceType> find(String apiVersion, String kind) {
        for (ResourceType type : resources) {
            if (type.kind().equals(kind) && type.apiVersion().equals(apiVersion)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** The kinds by {@code apiVersion}, in order. */
    public Map<String, List<ResourceType>> byGroupVersion() {
        Map<String, List<ResourceType>> all = new LinkedHashMap<>();
        for (String groupVersion : groupVersions) {
            all.put(
                    groupVersion,
                    resources.stream()
                            .filter(type -> type.apiVersion().equals(groupVersion))
                            .toList());
        }
        return all;
    }
}
