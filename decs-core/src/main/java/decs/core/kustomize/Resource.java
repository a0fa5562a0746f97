package decs.core.kustomize;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An object on its way through a build: its tree, which transformers change, and what it was called before. */
final class Resource {
    /** What a generated object does to one of the same name that is there already. */
    enum Behavior {
        CREATE,
        MERGE,
        REPLACE
    }

    private final Map<String, Object> tree;
    private final List<Identity> former = new ArrayList<>();
    private final List<String> prefixes = new ArrayList<>();
    private final List<String> suffixes = new ArrayList<>();
    private final boolean hashed;
    private final Behavior behavior;

    Resource(Map<String, Object> tree) {
        this(tree, false, Behavior.CREATE);
    }

    Resource(Map<String, Object> tree, boolean hashed, Behavior behavior) {
        this.tree = tree;
        this.hashed = hashed;
        this.behavior = behavior;
    }

    /** The same with another say about the hash. */
    Resource(Resource other, boolean hashed) {
        this(other.tree, hashed, other.behavior);
        standInFor(other);
    }

    Map<String, Object> tree() {
        return tree;
    }

    /** Whether a hash of the content is to be put behind the name at the end. */
    boolean hashed() {
        return hashed;
    }

    Behavior behavior() {
        return behavior;
    }

    String kind() {
        return Tree.text(tree, "kind").orElse("");
    }

    String apiVersion() {
        return Tree.text(tree, "apiVersion").orElse("");
    }

    Map<String, Object> metadata() {
        return Tree.child(tree, "metadata");
    }

    String name() {
        return Tree.text(Tree.map(tree.get("metadata")), "name").orElse("");
    }

    String namespace() {
        return Tree.text(Tree.map(tree.get("metadata")), "namespace").orElse("");
    }

    Identity identity() {
        return new Identity(apiVersion(), kind(), namespace(), name());
    }

    /** The identity as first written. */
    Identity original() {
        return former.isEmpty() ? identity() : former.get(0);
    }

    /** All identities that it gave up, oldest first. */
    List<Identity> former() {
        return former;
    }

    /** All identities, the present one last. */
    List<Identity> identities() {
        return Stream.concat(former.stream(), Stream.of(identity())).toList();
    }

    List<String> prefixes() {
        return prefixes;
    }

    List<String> suffixes() {
        return suffixes;
    }

    /** Keeps the present identity among the former ones: something is about to change it. */
    void remember() {
        former.add(identity());
    }

    void rename(String name) {
        metadata().put("name", Leaf.text(name));
    }

    /** Takes over what others called {@code other}, which this one replaces. */
    void standInFor(Resource other) {
        former.clear();
        former.addAll(other.former);
        prefixes.clear();
        prefixes.addAll(other.prefixes);
        suffixes.clear();
        suffixes.addAll(other.suffixes);
    }

    boolean isClusterWide() {
        return Kinds.isClusterWide(apiVersion(), kind());
    }

    @Override
    public String toString() {
        return identity().toString();
    }
}
