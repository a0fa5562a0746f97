package decs.core.kustomize;

import decs.template.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The objects of a text: lists are taken apart, and what is no object is refused. */
final class Documents {
    private Documents() {}

    static List<Resource> resources(Source source) {
        List<Resource> resources = new ArrayList<>();
        for (Object document : Tree.readAll(source)) {
            if (!(document instanceof Map)) {
                throw new KustomizationException(source.name() + ": a document is no Kubernetes object");
            }
            collect(Tree.map(document), source, resources);
        }
        return resources;
    }

    private static void collect(Map<String, Object> tree, Source source, List<Resource> resources) {
        if (tree.isEmpty()) {
            return;
        }
        Resource resource = new Resource(tree);
        if (resource.kind().isEmpty()) {
            throw new KustomizationException(source.name() + ": missing kind in object " + resource);
        }
        if (resource.kind().endsWith("List") && tree.get("items") instanceof List) {
            Tree.maps(tree.get("items")).forEach(item -> collect(item, source, resources));
            return;
        }
        if (resource.name().isEmpty()) {
            throw new KustomizationException(source.name() + ": missing metadata.name in object " + resource);
        }
        resources.add(resource);
    }
}
