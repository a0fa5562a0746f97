package decs.core.run;

import decs.core.load.State;
import decs.core.request.Settings;
import decs.helm.action.Notices;
import decs.helm.action.SharedRun;
import decs.helm.kube.Cluster;
import decs.helm.kube.Cluster.Freshness;
import decs.helm.kube.ClusterAccess;
import decs.helm.kube.ResourceType;
import decs.helm.kube.ServerVersion;
import decs.helm.kube.fabric8.Fabric8Cluster;
import decs.helm.kube.local.LocalCluster;
import decs.helm.kube.local.Simulation;
import decs.helm.render.Capabilities;
import decs.helm.render.KubeVersion;
import decs.template.source.DecsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The clusters of one {@code Decs}, each connected to at most once. */
public final class Connections implements Clusters {
    private final Settings settings;
    private final Map<String, Cluster> open = new ConcurrentHashMap<>();
    private final Map<String, SharedRun> runs = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    public Connections(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Cluster of(String context) {
        return open.computeIfAbsent(settings.local().isPresent() ? "" : context, this::connect);
    }

    private Cluster connect(String context) {
        if (settings.local().isPresent()) {
            return LocalCluster.inFolder(settings.local().get(), settings.host(), Simulation.instant());
        }
        return connect(access(context));
    }

    private Cluster connect(ClusterAccess access) {
        return Fabric8Cluster.open(
                access,
                settings.host().environment(),
                Optional.of(settings.fetching().cache().resolve("discovery")),
                warning -> {});
    }

    @Override
    public Cluster at(String kubeconfig, String context) {
        return settings.local().isPresent()
                ? of("")
                : open.computeIfAbsent(kubeconfig + "\n" + context, key -> connect(usual(kubeconfig, context)));
    }

    private ClusterAccess usual(String kubeconfig, String context) {
        ClusterAccess access = settings.access();
        return access.at(
                kubeconfig.isEmpty() ? access.kubeconfig() : Optional.of(kubeconfig),
                context.isEmpty() ? Optional.empty() : Optional.of(context));
    }

    @Override
    public SharedRun run(String context, Notices notices) {
        SharedRun run = runs.computeIfAbsent(
                settings.local().isPresent() ? "" : context, name -> SharedRun.of(of(name), settings.host(), notices));
        if (stopped) {
            run.stop();
        }
        return run;
    }

    @Override
    public void stop() {
        stopped = true;
        runs.values().forEach(SharedRun::stop);
    }

    @Override
    public void changedByOthers() {
        runs.values().forEach(SharedRun::changedByOthers);
    }

    @Override
    public boolean isBusy() {
        return runs.values().stream().anyMatch(SharedRun::isBusy);
    }

    @Override
    public String defaultNamespace(String context) {
        String given = settings.host().environment().getOrDefault("HELM_NAMESPACE", "");
        return given.isEmpty() ? ofContext(context) : given;
    }

    /** The namespace that the kubeconfig has for a context. */
    private String ofContext(String context) {
        if (settings.local().isPresent()) {
            return "default";
        }
        try {
            return Fabric8Cluster.defaultNamespace(
                    access(context), settings.host().environment());
        } catch (DecsException unknown) { // rendering asks for it, too, where no cluster is needed
            return "default";
        }
    }

    private ClusterAccess access(String context) {
        return context.isEmpty() ? settings.access() : settings.access().withContext(context);
    }

    @Override
    public Capabilities capabilities(String context) {
        Cluster cluster = of(context);
        ServerVersion version = cluster.version();
        List<String> versions = new ArrayList<>();
        versions.addAll(cluster.discovery(Freshness.KEPT).groupVersions());
        for (ResourceType type : cluster.discovery(Freshness.KEPT).resources()) {
            versions.add(type.apiVersion() + "/" + type.kind());
        }
        KubeVersion parsed = KubeVersion.parse(version.gitVersion(), settings.helm());
        return new Capabilities(
                new KubeVersion(version.gitVersion(), parsed.normalized(), version.major(), version.minor()), versions);
    }

    @Override
    public String kubectlApply(State state, boolean kustomization, String path) {
        ManifestApply apply = new ManifestApply(of(""), ofContext("")); // HELM_NAMESPACE is nothing to kubectl
        Path place = state.file().folder().resolve(path);
        return kustomization ? apply.kustomization(place) : apply.file(place);
    }

    @Override
    public void close() {
        open.values().forEach(Cluster::close);
    }
}
