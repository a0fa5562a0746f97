package decs.core.run;

import decs.core.load.State;
import decs.helm.action.Notices;
import decs.helm.action.SharedRun;
import decs.helm.kube.Cluster;
import decs.helm.render.Capabilities;

/** The clusters that releases go to, by kubeconfig context. Safe to call from many threads. */
public interface Clusters extends AutoCloseable {
    /** The cluster of a context; the empty text is the current one. */
    Cluster of(String context);

    /**
     * The cluster that a kubeconfig file has for a context, each empty for the usual one, whatever context was chosen for
     * releases.
     */
    Cluster at(String kubeconfig, String context);

    /** What releases on the cluster of a context share; {@code notices} hears of the first who asks. */
    SharedRun run(String context, Notices notices);

    /** Programs of the user may have changed the clusters: nothing seen before is relied on. */
    void changedByOthers();

    /** Asks all work on clusters to end soon and in order. */
    void stop();

    /** Whether a release is being changed. */
    boolean isBusy();

    /** The namespace for releases that name none. */
    String defaultNamespace(String context);

    /** What the cluster of a context offers to templates. */
    Capabilities capabilities(String context);

    /** Applies a file or a kustomization as {@code kubectl apply} does, and returns what that prints. */
    String kubectlApply(State state, boolean kustomization, String path);

    @Override
    void close();
}
