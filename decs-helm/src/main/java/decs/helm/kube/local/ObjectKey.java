package decs.helm.kube.local;

import decs.helm.kube.KubeObject;
import decs.helm.kube.ResourceType;

/** Where an object is kept: all versions of a kind are one object. */
record ObjectKey(String group, String kind, String namespace, String name) {
    static ObjectKey of(ResourceType type, String namespace, String name) {
        return new ObjectKey(type.group(), type.kind(), type.namespaced() ? namespace : "", name);
    }

    static ObjectKey of(KubeObject object) {
        return new ObjectKey(
                ResourceType.groupOf(object.apiVersion()), object.kind(), object.namespace(), object.name());
    }
}
