package decs.helm.kube;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a server serves, at one moment.
 *
 * @param groupVersions {@code v1}, {@code apps/v1}, …, in the server's order of preference
 * @param resources every kind, without subresources
 * @param subresourceKinds the kinds that only subresources have, as {@code apps/v1/Scale}
 * @param unavailable group versions whose own server did not answer, with the reason
 */
public record Discovery(
        List<String> groupVersions,
        List<ResourceType> resources,
        List<String> subresourceKinds,
        Map<String, String> unavailable) {
    public Discovery {
        groupVersions = List.copyOf(groupVersions);
        resources = List.copyOf(resources);
        subresourceKinds = List.copyOf(subresourceKinds);
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

    /** All that {@code .Capabilities.APIVersions} lists: {@code apps/v1}, {@code apps/v1/Deployment}, …. */
    public List<String> apiVersions() {
        Set<String> all = new LinkedHashSet<>(groupVersions);
        resources.forEach(type -> all.add(type.apiVersion() + "/" + type.kind()));
        all.addAll(subresourceKinds);
        return List.copyOf(all);
    }
}
