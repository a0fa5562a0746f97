package decs.cli;

import decs.helm.action.Notices;
import decs.helm.action.ReleaseContext;
import decs.helm.chart.HelmVersion;
import decs.helm.kube.Cluster;
import decs.helm.release.Release;
import decs.helm.release.ReleaseCodec;
import decs.helm.render.ChartRenderer;
import decs.helm.storage.KubeReleaseStore;
import decs.helm.storage.RecordKind;
import decs.helm.text.StatusText;
import decs.template.source.DecsException;
import decs.template.source.Source;
import decs.template.yaml.Yaml;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A cluster and its records, for one of Helm's verbs, and how its results and failures are printed. */
final class ReleaseSession {
    private final HelmOptions helm;
    private final Console console;

    ReleaseSession(HelmOptions helm, Console console) {
        this.helm = helm;
        this.console = console;
    }

    HelmVersion version() {
        return helm.common.helm();
    }

    ReleaseContext context(boolean allNamespaces) {
        Cluster cluster = helm.cluster.open(console, this::warn);
        String namespace = namespace();
        String driver = console.environment().getOrDefault("HELM_DRIVER", "");
        RecordKind kind = driver.startsWith("configmap") ? RecordKind.CONFIG_MAP : RecordKind.SECRET;
        KubeReleaseStore store = new KubeReleaseStore(
                cluster,
                kind,
                allNamespaces ? "" : namespace,
                version(),
                console.host().clock());
        return new ReleaseContext(cluster, store, namespace, new ChartRenderer(), version(), console.host(), this::log);
    }

    private String namespace() {
        if (!helm.namespace.isEmpty()) {
            return helm.namespace;
        }
        String given = console.environment().getOrDefault("HELM_NAMESPACE", "");
        if (!given.isEmpty()) {
            return given;
        }
        return helm.cluster.defaultNamespace(console);
    }

    private void warn(String text) {
        log(new Notices.Notice(Notices.Level.WARN, text, List.of()));
    }

    private void log(Notices.Notice notice) {
        StringBuilder line = new StringBuilder("level=").append(notice.level());
        line.append(" msg=").append(quoted(notice.message()));
        for (Map.Entry<String, String> attribute : notice.attributes()) {
            line.append(' ').append(attribute.getKey()).append('=').append(quoted(attribute.getValue()));
        }
        console.err().println(line);
    }

    private static String quoted(String text) {
        boolean plain = !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c != '"' && c != '=');
        return plain
                ? text
                : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    /** Runs {@code work}; its failure gets the verb's own words in front. */
    static <T> T prefixed(String prefix, Supplier<T> work) {
        try {
            return work.get();
        } catch (UsageException misuse) {
            throw misuse;
        } catch (DecsException failure) {
            throw new DecsException(prefix + failure.getMessage(), failure.problems(), failure);
        }
    }

    /** Prints a release as {@code output} says. */
    void print(Release release, String output, boolean notes) {
        String json = output.equals("table") ? "" : ReleaseCodec.json(release, version());
        console.out()
                .print(
                        switch (output) {
                            case "json" -> json + "\n";
                            case "yaml" -> Yaml.write(Yaml.read(Source.of("release", json)));
                            default -> new StatusText(version()).of(release, notes);
                        });
    }
}
