package decs.cli.release;

import decs.cli.chart.HelmOptions;
import decs.cli.frame.Console;
import decs.cli.frame.OutputFormat;
import decs.cli.frame.UsageException;
import decs.core.run.GracefulEnd;
import decs.helm.action.Notices;
import decs.helm.action.ReleaseContext;
import decs.helm.action.SharedRun;
import decs.helm.chart.HelmVersion;
import decs.helm.kube.Cluster;
import decs.helm.kube.ClusterException;
import decs.helm.release.Release;
import decs.helm.release.ReleaseCodec;
import decs.helm.render.ChartRenderer;
import decs.helm.storage.KubeReleaseStore;
import decs.helm.storage.RecordKind;
import decs.helm.text.StatusText;
import decs.template.gofmt.GoFormat;
import decs.template.source.DecsException;
import decs.template.source.Source;
import decs.template.yaml.Yaml;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** A cluster and its records, for one of Helm's verbs, and how its results and failures are printed. */
final class ReleaseSession implements AutoCloseable {
    private final HelmOptions helm;
    private final Console console;
    private Cluster cluster;
    private SharedRun run;
    private GracefulEnd end;

    ReleaseSession(HelmOptions helm, Console console) {
        this.helm = helm;
        this.console = console;
    }

    HelmVersion version() {
        return helm.common.helm();
    }

    ReleaseContext context(boolean allNamespaces) {
        if (cluster == null) {
            cluster = open();
        }
        String namespace = namespace();
        RecordKind kind = recordKind();
        KubeReleaseStore store = new KubeReleaseStore(
                cluster,
                kind,
                allNamespaces ? "" : namespace,
                version(),
                console.host().clock());
        if (run == null) {
            run = SharedRun.of(cluster, console.host(), this::log);
            end = GracefulEnd.of(run::stop, run::isBusy, Duration.ofSeconds(25));
        }
        return new ReleaseContext(
                cluster, store, namespace, new ChartRenderer(), version(), console.host(), this::log, run);
    }

    /** The context for an installation, of whose failures Helm 4 says more. */
    ReleaseContext installContext() {
        try {
            return context(false);
        } catch (UsageException misuse) {
            throw misuse;
        } catch (DecsException e) {
            if (version() == HelmVersion.V3) {
                throw e;
            }
            String text = "cluster reachability check failed: " + e.getMessage();
            log(new Notices.Notice(Notices.Level.ERROR, text, List.of()));
            throw new DecsException(text, e.problems(), e);
        }
    }

    private Cluster open() {
        try {
            return helm.cluster.open(console, this::serverWarning);
        } catch (ClusterException e) {
            String prefix = version() == HelmVersion.V3 ? "K" : "k";
            throw new DecsException(prefix + "ubernetes cluster unreachable: " + e.getMessage(), e.problems(), e);
        }
    }

    private RecordKind recordKind() {
        try {
            return RecordKind.ofDriver(console.environment().getOrDefault("HELM_DRIVER", ""));
        } catch (DecsException unknown) {
            throw new UsageException(unknown.getMessage());
        }
    }

    /** Refuses an option that only the other Helm has. */
    void only(HelmVersion owner, String flag, boolean given) {
        if (given && version() != owner) {
            throw new UsageException("unknown flag: --" + flag);
        }
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

    /** How many revisions are kept where no option says it. */
    int historyMax() {
        String given = console.environment().getOrDefault("HELM_MAX_HISTORY", "");
        try {
            return given.isEmpty() ? 10 : Integer.parseInt(given);
        } catch (NumberFormatException e) {
            return 10;
        }
    }

    /** What Go's flag library says of an option that is going away. */
    void deprecated(String flag, String instead) {
        console.err().println("Flag --" + flag + " has been deprecated, " + instead);
    }

    /** A warning of the API server, as the Kubernetes client library logs it. */
    private void serverWarning(String text) {
        ZonedDateTime now = ZonedDateTime.now(console.host().clock());
        console.err()
                .println(DateTimeFormatter.ofPattern("'I'MMdd HH:mm:ss.SSSSSS").format(now)
                        + String.format(
                                Locale.ROOT, " %7d", ProcessHandle.current().pid())
                        + " warnings.go:107] " + GoFormat.quote("Warning: " + text));
    }

    void warn(String text) {
        log(new Notices.Notice(Notices.Level.WARN, text, List.of()));
    }

    private void log(Notices.Notice notice) {
        if (notice.level() == Notices.Level.PLAIN) {
            console.err().println(notice.message());
            return;
        }
        StringBuilder line = new StringBuilder("level=").append(notice.level());
        line.append(" msg=").append(quoted(notice.message()));
        for (Map.Entry<String, String> attribute : notice.attributes()) {
            line.append(' ').append(attribute.getKey()).append('=').append(quoted(attribute.getValue()));
        }
        console.err().println(line);
    }

    /** Mirrors: slog's text handler. */
    private static String quoted(String text) {
        boolean plain = !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '"' && c != '=');
        return plain ? text : GoFormat.quote(text);
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
    void print(Release release, OutputFormat output, boolean notes) {
        String text =
                switch (output) {
                    case JSON -> ReleaseCodec.json(release, version()) + "\n";
                    case YAML -> Yaml.write(Yaml.read(Source.of("release", ReleaseCodec.json(release, version()))));
                    case TABLE -> new StatusText(version()).of(release, notes);
                };
        console.out().print(text);
    }

    @Override
    public void close() {
        if (end != null) {
            end.close();
        }
        if (cluster != null) {
            cluster.close();
        }
    }
}
