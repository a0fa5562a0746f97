package decs.helm.kube.fabric8;

import decs.helm.kube.ClusterException;
import decs.helm.kube.Discovery;
import decs.helm.kube.KubeObject;
import decs.helm.kube.ResourceType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a server serves, in two requests where it gathers the answer itself, else in one for each group version. Answers
 * are kept in a folder, and asked for again only if they have changed.
 */
final class DiscoveryReader {
    private static final String GATHERED = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,"
            + "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,application/json";

    private final Transport transport;
    private final Optional<Path> cache;
    private final List<String> groupVersions = new ArrayList<>();
    private final List<ResourceType> resources = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private final Map<String, String> unavailable = new LinkedHashMap<>();

    DiscoveryReader(Transport transport, Optional<Path> cache) {
        this.transport = transport;
        this.cache = cache;
    }

    Discovery read() {
        for (String root : List.of("/api", "/apis")) {
            KubeObject answer = ApiJson.read(fetch(root));
            switch (answer.kind()) {
                case "APIGroupDiscoveryList" -> answer.maps("items").forEach(group -> gathered(ApiJson.object(group)));
                case "APIVersions" ->
                    answer.list("versions").forEach(version -> single("/api/" + version, "" + version));
                default -> answer.maps("groups").forEach(group -> group(ApiJson.object(group)));
            }
        }
        return new Discovery(groupVersions, resources, others, unavailable);
    }

    private void gathered(KubeObject group) {
        for (Map<String, Object> each : group.maps("versions")) {
            KubeObject version = ApiJson.object(each);
            String name = version.text("version").orElse("");
            String groupVersion = group.name().isEmpty() ? name : group.name() + "/" + name;
            if (version.text("freshness").orElse("").equals("Stale")) {
                unavailable.put(groupVersion, "stale GroupVersion discovery: " + groupVersion);
            }
            groupVersions.add(groupVersion);
            for (Map<String, Object> one : version.maps("resources")) {
                KubeObject resource = ApiJson.object(one);
                resource.text("responseKind", "kind")
                        .filter(kind -> !kind.isEmpty())
                        .ifPresent(kind -> resources.add(new ResourceType(
                                group.name(),
                                name,
                                kind,
                                resource.text("resource").orElse(""),
                                resource.text("scope").orElse("").equals("Namespaced"))));
                resource.maps("subresources").forEach(sub -> ApiJson.object(sub)
                        .text("responseKind", "kind")
                        .filter(kind -> !kind.isEmpty())
                        .ifPresent(kind -> others.add(groupVersion + "/" + kind)));
            }
        }
    }

    private void group(KubeObject group) {
        for (Map<String, Object> version : group.maps("versions")) {
            if (version.get("groupVersion") instanceof String groupVersion) {
                single("/apis/" + groupVersion, groupVersion);
            }
        }
    }

    private void single(String path, String groupVersion) {
        groupVersions.add(groupVersion);
        try {
            for (Map<String, Object> each :
                    ApiJson.read(transport.send(ApiRequest.get(path)).body()).maps("resources")) {
                KubeObject resource = ApiJson.object(each);
                String plural = resource.text("name").orElse("");
                if (plural.contains("/")) {
                    others.add(groupVersion + "/" + resource.kind());
                } else {
                    resources.add(new ResourceType(
                            ResourceType.groupOf(groupVersion),
                            ResourceType.versionOf(groupVersion),
                            resource.kind(),
                            plural,
                            resource.flag("namespaced")));
                }
            }
        } catch (ClusterException e) {
            unavailable.put(groupVersion, e.getMessage());
        }
    }

    private String fetch(String root) {
        ApiRequest request = ApiRequest.get(root).accepting(GATHERED);
        Optional<Path> kept = cache.map(folder -> folder.resolve(root.substring(1) + ".json"));
        String[] known = kept.map(DiscoveryReader::kept).orElse(new String[] {"", ""});
        Transport.Answer answer = transport.send(request, known[0]);
        if (answer.code() == 304) {
            return known[1];
        }
        kept.ifPresent(file -> answer.etag().ifPresent(etag -> keep(file, etag + "\n" + answer.body())));
        return answer.body();
    }

    /** The tag and the body of a kept answer; both empty when there is none. */
    private static String[] kept(Path file) {
        try {
            String text = Files.exists(file) ? Files.readString(file) : "";
            int end = text.indexOf('\n');
            return end < 0 ? new String[] {"", ""} : new String[] {text.substring(0, end), text.substring(end + 1)};
        } catch (IOException e) {
            return new String[] {"", ""}; // a cache that cannot be read is none
        }
    }

    private static void keep(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Path draft = Files.createTempFile(file.getParent(), "discovery", ".tmp");
            Files.writeString(draft, text);
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            return; // without a cache the next run asks again
        }
    }
}
