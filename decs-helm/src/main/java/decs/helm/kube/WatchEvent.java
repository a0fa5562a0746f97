package decs.helm.kube;

import java.util.Optional;

/** What a watch reports. */
public sealed interface WatchEvent {
    record Added(KubeObject object) implements WatchEvent {}

    record Modified(KubeObject object) implements WatchEvent {}

    /** The object in its last state. */
    record Deleted(KubeObject object) implements WatchEvent {}

    /** Nothing to see up to this version. */
    record Bookmark(String resourceVersion) implements WatchEvent {}

    /** The watch is over: by itself, or because of a failure ({@code GONE} asks for a new list). */
    record Ended(Optional<ClusterException> failure) implements WatchEvent {}
}
