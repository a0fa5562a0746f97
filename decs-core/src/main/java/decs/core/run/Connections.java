package decs.core.run;

import decs.core.load.State;
import decs.core.request.Settings;
import decs.helm.kube.Cluster;
import decs.helm.render.Capabilities;

/** The clusters of one {@code Decs}, each connected to at most once. */
public final class Connections implements Clusters {
    private final Settings settings;

    public Connections(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Cluster of(String context) {
        throw new UnsupportedOperationException(context);
    }

    @Override
    public String defaultNamespace(String context) {
        String given = settings.host().environment().getOrDefault("HELM_NAMESPACE", "");
        return given.isEmpty() ? "default" : given;
    }

    @Override
    public Capabilities capabilities(String context) {
        throw new UnsupportedOperationException(context);
    }

    @Override
    public String kubectlApply(State state, boolean kustomization, String path) {
        throw new UnsupportedOperationException(path);
    }

    @Override
    public void close() {}
}
