package decs.helm.dependency;

import decs.helm.archive.ChartPackage;
import decs.helm.archive.WholeFile;
import decs.helm.chart.Chart;
import decs.helm.chart.ChartLock;
import decs.helm.chart.ChartYaml;
import decs.helm.chart.Dependency;
import decs.helm.chart.HelmVersion;
import decs.helm.registry.OciReference;
import decs.helm.repo.FetchedArchive;
import decs.helm.repo.Proof;
import decs.helm.repo.Repository;
import decs.template.gofmt.GoString;
import decs.template.gofmt.GoTime;
import decs.template.gofmt.GoZone;
import decs.template.semver.Constraint;
import decs.template.semver.Version;
import decs.template.source.DecsException;
import decs.template.source.Problem;
import decs.template.yaml.Yaml;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code helm dependency update} and {@code build}. Everything is fetched and checked before the first file of the chart
 * changes; a lock that is a link is refused.
 *
 * <p>Mirrors: downloader.Manager
 */
public final class Dependencies {
    private final DependencyTools tools;

    public Dependencies(DependencyTools tools) {
        this.tools = tools;
    }

    /** Resolves anew, brings the charts and writes the lock when it changed. */
    public void update(Path chart) {
        Chart parent = load(chart);
        List<Dependency> written = parent.metadata().dependencies();
        if (written.isEmpty()) {
            return;
        }
        List<Dependency> wanted = named(written, chart);
        refresh(wanted);
        List<Dependency> locked = new Resolution(tools.sources(), tools.loader(), chart).resolve(wanted);
        List<Dependency> brought = bring(chart, locked);
        String digest = LockDigest.of(wanted, brought);
        boolean same =
                parent.lock().map(ChartLock::digest).filter(digest::equals).isPresent();
        if (!same) {
            write(chart, parent, new ChartLock(rfc3339(), digest, brought));
        }
    }

    /** Brings the charts that the lock names; without a lock, {@link #update}. */
    public void build(Path chart) {
        Chart parent = load(chart);
        if (parent.lock().isEmpty()) {
            update(chart);
            return;
        }
        ChartLock lock = parent.lock().get();
        List<Dependency> wanted = named(parent.metadata().dependencies(), chart);
        boolean v1 = isV1(parent);
        boolean fits = lock.digest().equals(LockDigest.of(wanted, lock.dependencies()))
                || (v1 && lock.digest().equals(LockDigest.ofHelm2(wanted)));
        if (!fits) {
            throw outOfSync(v1, wanted, lock);
        }
        refresh(wanted);
        bring(chart, lock.dependencies());
    }

    private DecsException outOfSync(boolean v1, List<Dependency> wanted, ChartLock lock) {
        String files = v1
                ? "the lock file (requirements.lock) is out of sync with the dependencies file (requirements.yaml)"
                : "the lock file (Chart.lock) is out of sync with the dependencies file (Chart.yaml)";
        String text = files + ". Please update the dependencies"
                + (tools.version() == HelmVersion.V4 ? " with 'helm dependency update'" : "");
        String was = "the lock has digest " + lock.digest() + ", what is written gives "
                + LockDigest.of(wanted, lock.dependencies());
        return new DecsException(
                text,
                List.of(Problem.of(was).withHint("run \"decs helm dependency update\" and commit the lock")),
                null);
    }

    private static boolean isV1(Chart chart) {
        return chart.metadata().apiVersion().equals("v1");
    }

    private Chart load(Path chart) {
        if (!Files.exists(chart)) {
            throw new DecsException("could not find " + chart + ": stat " + chart + ": no such file or directory");
        }
        if (!Files.isDirectory(chart)) {
            throw new DecsException("only unpacked charts can be updated");
        }
        return tools.loader().load(chart);
    }

    /** The dependencies with {@code @name} and {@code alias:name} as the addresses that they stand for. */
    private List<Dependency> named(List<Dependency> written, Path chart) {
        List<Dependency> named = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (Dependency dependency : written) {
            String repository = dependency.repository();
            String name = repository.startsWith("@")
                    ? repository.substring(1)
                    : repository.startsWith("alias:") ? repository.substring("alias:".length()) : "";
            if (LocalPath.isOne(repository)) {
                LocalPath.of(repository, chart);
            }
            Optional<Repository> known =
                    name.isEmpty() ? Optional.empty() : tools.sources().named(name);
            if (!name.isEmpty() && known.isEmpty()) {
                unknown.add(repository);
            }
            named.add(known.map(r -> at(dependency, r.url())).orElse(dependency));
        }
        if (!unknown.isEmpty()) {
            throw new DecsException("no repository definition for " + String.join(", ", unknown)
                    + ". Please add them via 'helm repo add'");
        }
        return named;
    }

    private static Dependency at(Dependency dependency, String repository) {
        return new Dependency(
                dependency.name(),
                dependency.version(),
                repository,
                dependency.condition(),
                dependency.tags(),
                dependency.enabled(),
                dependency.importValues(),
                dependency.alias());
    }

    private void refresh(List<Dependency> wanted) {
        if (tools.skipRefresh()) {
            return;
        }
        List<Repository> unmanaged = wanted.stream()
                .map(Dependency::repository)
                .filter(url -> !url.isEmpty() && !LocalPath.isOne(url) && !OciReference.isOne(url))
                .map(url -> tools.sources().repository(url, ""))
                .filter(repository -> repository.name().isEmpty())
                .collect(Collectors.toMap(Repository::url, r -> r, (a, b) -> a, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
        if (!unmanaged.isEmpty()) {
            tools.progress().accept("Getting updates for unmanaged Helm repositories...");
            for (Repository repository : unmanaged) {
                tools.sources().index(repository);
                tools.progress()
                        .accept("...Successfully got an update from the \"" + repository.url() + "\" chart repository");
            }
        }
        tools.refresh().run();
    }

    /** Fetches everything, then changes the folder; gives the lock with the versions that were brought. */
    private List<Dependency> bring(Path chart, List<Dependency> locked) {
        tools.progress().accept("Saving " + locked.size() + " charts");
        ChartsFolder folder = new ChartsFolder(chart, tools.loader());
        List<Dependency> brought = new ArrayList<>();
        Set<String> fetched = new HashSet<>();
        for (Dependency dependency : locked) {
            if (dependency.repository().isEmpty()) {
                brought.add(inPlace(folder, dependency));
            } else if (LocalPath.isOne(dependency.repository())) {
                brought.add(packed(chart, folder, dependency));
            } else {
                brought.add(downloaded(folder, dependency, fetched));
            }
        }
        Set<String> local = locked.stream()
                .filter(dependency -> dependency.repository().isEmpty())
                .map(Dependency::name)
                .collect(Collectors.toSet());
        folder.settle(local, tools.progress());
        return brought;
    }

    private Dependency inPlace(ChartsFolder folder, Dependency dependency) {
        tools.progress()
                .accept("Dependency " + dependency.name()
                        + " did not declare a repository. Assuming it exists in the charts directory");
        Path path = folder.path().resolve(dependency.name());
        Chart chart = tools.loader().load(path);
        String version = chart.metadata().version();
        if (!Constraint.parse(dependency.version()).check(Version.parse(version))) {
            throw new DecsException("dependency " + dependency.name() + " at version " + version
                    + " does not satisfy the constraint " + dependency.version());
        }
        return dependency;
    }

    private Dependency packed(Path chart, ChartsFolder folder, Dependency dependency) {
        Chart local = tools.loader().load(LocalPath.of(dependency.repository(), chart));
        String version = local.metadata().version();
        if (!Constraint.parse(dependency.version()).check(Version.parse(version))) {
            throw new DecsException("can't get a valid version for dependency " + dependency.name());
        }
        folder.add(ChartPackage.fileName(local), new ChartPackage(tools.version(), tools.time()).bytes(local));
        return dependency.withVersion(version);
    }

    private Dependency downloaded(ChartsFolder folder, Dependency dependency, Set<String> fetched) {
        String from = dependency.name() + " from repo " + dependency.repository();
        if (!fetched.add(from + " " + dependency.version())) {
            tools.progress().accept("Already downloaded " + from);
            return dependency;
        }
        tools.progress().accept("Downloading " + from);
        FetchedArchive archive = fetch(dependency);
        archive.manifestDigest().ifPresent(digest -> tools.pulled().accept(archive.origin(), digest));
        tools.proofs().check(archive);
        folder.add(archive.fileName(), archive.bytes());
        return dependency;
    }

    private FetchedArchive fetch(Dependency dependency) {
        Proof proof = tools.proofs().wanted();
        FetchedArchive archive =
                tools.sources().dependency(dependency.name(), dependency.version(), dependency.repository(), proof);
        Chart chart = tools.loader().loadArchive(new ByteArrayInputStream(archive.bytes()));
        if (!chart.name().equals(dependency.name())) {
            throw new DecsException("chart name \"" + chart.name() + "\" is not \"" + dependency.name() + "\", which "
                    + archive.origin() + " was fetched for");
        }
        return archive;
    }

    private void write(Path chart, Chart parent, ChartLock lock) {
        Path file = chart.resolve(isV1(parent) ? "requirements.lock" : "Chart.lock");
        if (Files.isSymbolicLink(file)) {
            throw new DecsException(Problem.of("the " + file.getFileName() + " file is a symlink; it is not written")
                    .withHint("remove the link: writing through it could change any file"));
        }
        WholeFile.at(file).write(GoString.bytes(Yaml.write(ChartYaml.tree(lock))));
    }

    private String rfc3339() {
        return String.valueOf(
                GoTime.of(tools.clock().instant(), GoZone.local(tools.clock().getZone()))
                        .jsonValue());
    }
}
