package decs.helm.action;

import decs.helm.chart.HelmVersion;
import decs.helm.kube.Cluster;
import decs.helm.render.ChartRenderer;
import decs.helm.storage.ReleaseStore;
import decs.template.language.Host;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the verbs work with: one namespace of a cluster, the records there, and whose behaviour is wanted.
 *
 * @param namespace where the release is, and its objects that name no namespace
 * @param run what it shares with the other releases of a run
 */
public record ReleaseContext(
        Cluster cluster,
        ReleaseStore store,
        String namespace,
        ChartRenderer renderer,
        HelmVersion version,
        Host host,
        Notices notices,
        SharedRun run) {
    public ReleaseContext {
        Objects.requireNonNull(cluster, "cluster");
        Objects.requireNonNull(store, "store");
        Objects.requireNonNull(namespace, "namespace");
        Objects.requireNonNull(renderer, "renderer");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(notices, "notices");
        Objects.requireNonNull(run, "run");
    }

    /** The context of a release that shares nothing with others. */
    public ReleaseContext(
            Cluster cluster,
            ReleaseStore store,
            String namespace,
            ChartRenderer renderer,
            HelmVersion version,
            Host host,
            Notices notices) {
        this(cluster, store, namespace, renderer, version, host, notices, SharedRun.of(cluster, host, notices));
    }

    OffsetDateTime now() {
        return OffsetDateTime.now(host.clock());
    }

    boolean helm3() {
        return version == HelmVersion.V3;
    }

    /** Lines that are complete already. */
    void print(List<String> lines) {
        lines.forEach(line -> notices.hear(new Notices.Notice(Notices.Level.PLAIN, line, List.of())));
    }

    /** What Helm 4 logs of a failure that it reports as well. */
    void error(String message, List<Map.Entry<String, String>> attributes) {
        if (!helm3()) {
            notices.hear(new Notices.Notice(Notices.Level.ERROR, message, attributes));
        }
    }

    void warn(String message, List<Map.Entry<String, String>> attributes) {
        notices.hear(new Notices.Notice(Notices.Level.WARN, message, attributes));
    }
}
