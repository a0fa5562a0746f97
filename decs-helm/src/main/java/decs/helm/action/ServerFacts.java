package decs.helm.action;

import decs.helm.chart.HelmVersion;
import decs.helm.kube.Cluster;
import decs.helm.kube.ClusterException;
import decs.helm.kube.Discovery;
import decs.helm.kube.KubeObject;
import decs.helm.kube.ListQuery;
import decs.helm.kube.ObjectRef;
import decs.helm.kube.ResourceType;
import decs.helm.kube.ServerVersion;
import decs.helm.render.Capabilities;
import decs.helm.render.KubeVersion;
import decs.helm.render.Lookup;
import decs.template.source.DecsException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What templates may know of a cluster: its capabilities, and its objects. */
final class ServerFacts {
    private ServerFacts() {}

    /** The server's version, which is also the question whether it can be reached. */
    static ServerVersion reach(Cluster cluster, HelmVersion helm) {
        try {
            return cluster.version();
        } catch (ClusterException e) {
            String prefix = (helm == HelmVersion.V3 ? "K" : "k") + "ubernetes cluster unreachable: ";
            throw ReleaseException.within(prefix, e);
        }
    }

    /** The same as a first step of an installation, of which Helm 4 says more. */
    static ServerVersion reachFirst(Cluster cluster, HelmVersion helm) {
        try {
            return reach(cluster, helm);
        } catch (ReleaseException e) {
            throw ReleaseException.within(helm == HelmVersion.V3 ? "" : "cluster reachability check failed: ", e);
        }
    }

    static Capabilities capabilities(ServerVersion version, Cluster cluster, HelmVersion helm) {
        Discovery discovery = cluster.discovery(Cluster.Freshness.KEPT);
        List<String> versions = new ArrayList<>(discovery.groupVersions());
        for (ResourceType type : discovery.resources()) {
            versions.add(type.apiVersion() + "/" + type.kind());
        }
        return new Capabilities(kubeVersion(version, helm), versions);
    }

    private static KubeVersion kubeVersion(ServerVersion version, HelmVersion helm) {
        String git = version.gitVersion();
        String normalized = git;
        if (helm == HelmVersion.V4) {
            try {
                normalized = KubeVersion.parse(git, helm).normalized();
            } catch (DecsException notGoLike) {
                normalized = git;
            }
        }
        return new KubeVersion(git, normalized, version.major(), version.minor());
    }

    static Lookup lookup(Cluster cluster) {
        return (apiVersion, kind, namespace, name) -> {
            try {
                if (!name.isEmpty()) {
                    return cluster.find(new ObjectRef(apiVersion, kind, namespace, name))
                            .map(KubeObject::content)
                            .orElse(Map.of());
                }
                return list(cluster, ListQuery.of(apiVersion, kind).inNamespace(namespace));
            } catch (ClusterException e) {
                if (e.reason() == ClusterException.Reason.NO_MATCH) {
                    return Map.of();
                }
                throw e;
            }
        };
    }

    private static Map<String, Object> list(Cluster cluster, ListQuery query) {
        Map<String, Object> list = new LinkedHashMap<>();
        list.put("apiVersion", query.apiVersion());
        list.put("kind", query.kind() + "List");
        list.put(
                "items",
                cluster.list(query).items().stream().map(KubeObject::content).toList());
        return list;
    }
}
