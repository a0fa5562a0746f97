package decs.core.run;

import decs.core.plan.LockFile;
import decs.core.plan.Plan;
import decs.core.plan.Releases;
import decs.core.plan.ResolvedRelease;
import decs.core.prepare.ChartPlace;
import decs.core.prepare.SpecRepositories;
import decs.core.request.DepsRequest;
import decs.core.request.RunEvent;
import decs.core.request.RunEvent.Level;
import decs.helm.archive.ChartLoader;
import decs.helm.chart.ChartLock;
import decs.helm.dependency.Dependencies;
import decs.helm.dependency.DependencyTools;
import decs.helm.repo.ChartSources;
import decs.helm.repo.Repository;
import decs.template.source.DecsException;
import decs.template.value.ValueMap;
import decs.template.yaml.Yaml;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code deps}: local charts get the dependencies that they name, and the versions that remote charts resolve to now are
 * written into the lock file of the state file.
 */
public final class DepsRun {
    private static final List<String> NOTHING_TO_LOCK = List.of(
            "There are no repositories defined in your helmfile.yaml.",
            "This means helmfile cannot update your dependencies or create a lock file.",
            "See https://github.com/roboll/helmfile/issues/878 for more information.");

    private final Session session;
    private final DepsRequest request;
    private final ChartSources sources;
    private final ChartLoader loader;

    public DepsRun(Session session, DepsRequest request, ChartSources sources, ChartLoader loader) {
        this.session = session;
        this.request = request;
        this.sources = sources;
        this.loader = loader;
    }

    public void run(List<Releases> files) {
        for (Releases releases : files) {
            try {
                update(releases);
            } catch (DecsException failed) {
                throw FileRun.within(releases.state(), failed);
            }
        }
    }

    private void update(Releases releases) {
        Plan.absentNeeds(releases).forEach(session::notice);
        if (!request.skipRepositories()) {
            session.repositories().tell(releases.state(), session.listener(), repository -> {});
        }
        for (ResolvedRelease release : releases.selected()) {
            ChartPlace place = ChartPlace.of(release);
            boolean skipped =
                    request.options().skipDeps() || release.flag("skipDeps").orElse(false);
            if (release.installed() && !skipped && place.isFolder()) {
                say(Level.INFO, "Updating dependency " + release.chart());
                if (Files.exists(place.path().resolve("Chart.yaml"))) {
                    new Dependencies(tools()).update(place.path());
                }
            }
        }
        List<Object> wanted = remote(releases);
        if (wanted.isEmpty()) {
            NOTHING_TO_LOCK.forEach(line -> say(Level.WARN, line));
        } else {
            LockFile.write(releases.state(), resolved(wanted));
        }
    }

    /** The charts of known repositories, each as a dependency under a name of its own. */
    private List<Object> remote(Releases releases) {
        Map<String, Repository> known = new LinkedHashMap<>();
        SpecRepositories.of(releases.state()).forEach(repository -> known.put(repository.name(), repository));
        List<Object> wanted = new ArrayList<>();
        for (ResolvedRelease release : releases.enabled()) {
            String chart = release.chart();
            int slash = chart.indexOf('/');
            Repository repository = slash < 0 ? null : known.get(chart.substring(0, slash));
            if (repository == null
                    || !release.installed()
                    || ChartPlace.of(release).local()) {
                continue;
            }
            String path = chart.substring(slash + 1);
            int last = path.lastIndexOf('/');
            String url = repository.oci()
                    ? "oci://" + repository.url() + (last < 0 ? "" : "/" + path.substring(0, last))
                    : repository.url();
            ValueMap dependency = new ValueMap();
            dependency.put("name", path.substring(last + 1));
            dependency.put("repository", url);
            dependency.put("version", release.version().isEmpty() ? "*" : release.version());
            dependency.put("alias", (release.namespace().isEmpty() ? "" : release.namespace() + "-") + release.name());
            wanted.add(dependency);
        }
        return wanted;
    }

    private ChartLock resolved(List<Object> wanted) {
        try (ChartFolders folders = new ChartFolders()) {
            Path chart = folders.root().resolve("lock");
            ValueMap metadata = new ValueMap();
            metadata.put("apiVersion", "v2");
            metadata.put("name", "lock");
            metadata.put("version", "1.0.0");
            metadata.put("dependencies", wanted);
            OutputPath.write(chart.resolve("Chart.yaml"), Yaml.write(metadata).getBytes(StandardCharsets.UTF_8));
            say(Level.INFO, "Updating dependency " + chart);
            new Dependencies(tools()).update(chart);
            return loader.load(chart)
                    .lock()
                    .orElseThrow(() -> new DecsException("no versions were found for the charts to lock"));
        }
    }

    private DependencyTools tools() {
        return new DependencyTools(
                sources,
                loader,
                session.helm(),
                session.host().clock(),
                Optional.empty(),
                request.options().skipDeps(),
                () -> {},
                DependencyTools.Proofs.NONE,
                line -> say(Level.INFO, line),
                (reference, digest) -> say(Level.INFO, "Pulled: " + reference + "\nDigest: " + digest));
    }

    private void say(Level level, String line) {
        session.listener().on(new RunEvent.Line(level, line));
    }
}
