package decs.helm.kube;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A Kubernetes API server, as far as releases need one. Every method is safe to call from many threads, blocks, answers
 * to interruption, and throws {@link ClusterException} with the server's own words when the server refuses.
 */
public interface Cluster extends AutoCloseable {
    /** The server's version, not older than some seconds: this is also the question whether it can be reached. */
    ServerVersion version();

    /** What the server serves. Kept by the cluster, and looked up anew after a change of a CRD or APIService through it. */
    Discovery discovery(Freshness freshness);

    /** The live object; {@link ClusterException.Reason#NOT_FOUND} when there is none. */
    KubeObject get(ObjectRef ref);

    ObjectList list(ListQuery query);

    KubeObject create(KubeObject object, WriteOptions options);

    /** Puts {@code object} in place of the live one; a resource version in it must still be the live one's. */
    KubeObject replace(KubeObject object, WriteOptions options);

    /** Changes the live object; {@link Patch.Apply} also creates it. */
    KubeObject patch(ObjectRef ref, Patch patch, WriteOptions options);

    void delete(ObjectRef ref, DeleteOptions options);

    /**
     * Hands every change after {@code resourceVersion} to {@code listener}, on a thread of the cluster, until closed or
     * until {@link WatchEvent.Ended}, which is always the last event of a watch that the caller did not close.
     */
    Watch watch(ListQuery query, String resourceVersion, Consumer<WatchEvent> listener);

    /** A container's log; closing the stream ends the request. */
    InputStream logs(LogQuery query);

    @Override
    void close();

    /** The live object, or empty when there is none. */
    default Optional<KubeObject> find(ObjectRef ref) {
        try {
            return Optional.of(get(ref));
        } catch (ClusterException e) {
            if (e.reason() == ClusterException.Reason.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** The objects of a list as a table for people. */
    default ObjectTable table(ListQuery query) {
        return new ObjectTable(
                List.of("Name"),
                list(query).items().stream()
                        .map(object -> List.of(object.name()))
                        .toList());
    }

    /** The resource type of a kind; looks once more at the server before it says that there is none. */
    default ResourceType resource(String apiVersion, String kind) {
        return discovery(Freshness.KEPT)
                .find(apiVersion, kind)
                .or(() -> discovery(Freshness.NEW).find(apiVersion, kind))
                .orElseThrow(() -> ClusterException.noMatch(apiVersion, kind));
    }

    /** Whether knowledge of the server may come from an earlier answer. */
    enum Freshness {
        KEPT,
        NEW
    }
}
