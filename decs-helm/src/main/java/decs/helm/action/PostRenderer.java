package decs.helm.action;

/** Changes manifests after they were rendered, before they are used. */
@FunctionalInterface
public interface PostRenderer {
    /** Leaves manifests as they are. */
    PostRenderer NONE = manifests -> manifests;

    /** The manifests, changed: a stream of YAML documents in and out. */
    String run(String manifests);
}
