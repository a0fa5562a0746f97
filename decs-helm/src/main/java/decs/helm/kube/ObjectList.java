package decs.helm.kube;

import java.util.List;

/** The objects of a list, and the version of the whole that a watch can start from. */
public record ObjectList(List<KubeObject> items, String resourceVersion) {
    public ObjectList {
        items = List.copyOf(items);
    }
}
