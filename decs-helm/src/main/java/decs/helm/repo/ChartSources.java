package decs.helm.repo;

import decs.helm.archive.ChartLoader;
import decs.helm.archive.ChartPackage;
import decs.helm.chart.Chart;
import decs.helm.chart.HelmVersion;
import decs.helm.http.Access;
import decs.helm.http.Addresses;
import decs.helm.http.Http;
import decs.helm.registry.Logins;
import decs.helm.registry.OciReference;
import decs.helm.registry.OciRegistry;
import decs.template.semver.Version;
import decs.template.source.DecsException;
import decs.template.source.Problem;
import decs.template.source.Suggestion;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Charts from folders, archives, addresses, HTTP repositories, OCI registries and git. Each index is fetched once and each
 * chart version once for the life of this object, however many releases and threads ask.
 */
public final class ChartSources implements ChartSource {
    private final SourceSettings settings;
    private final ChartLoader loader;
    private final OciRegistry registry;
    private final DownloadCache cache;
    private final Downloads downloads;
    private final IndexFetch indexFetch;
    private final GitTree git;
    private final Map<String, Repository> repositories = new LinkedHashMap<>();
    private final Once<String, RepositoryIndex> indexes = new Once<>();
    private final Once<String, FetchedChart> charts = new Once<>();

    public ChartSources(SourceSettings settings, ChartLoader loader) {
        this.settings = settings;
        this.loader = loader;
        this.cache = new DownloadCache(settings.cache());
        Http http = new Http(settings.timeout(), settings.retries(), settings.environment(), settings.readers());
        Optional<Logins> logins =
                settings.home().map(home -> new Logins(home.registryConfig(), settings.environment()));
        this.registry = new OciRegistry(
                http, new KnownRegistries(settings.repositories(), settings.access(), settings.plainHttp(), logins));
        this.downloads = new Downloads(http, cache, registry);
        this.git = new GitTree(settings.cache(), settings.timeout(), settings.environment());
        this.indexFetch = new IndexFetch(http, settings.warnings());
        settings.repositories().forEach(repository -> repositories.put(repository.name(), repository));
    }

    @Override
    public FetchedChart fetch(ChartRequest request) {
        Optional<Path> local = local(request);
        if (local.isPresent()) {
            return charts.get(
                    "file " + local.get().toAbsolutePath().normalize(),
                    () -> new FetchedChart(complete(local.get()), local.get().toString()));
        }
        return chart(wanted(request));
    }

    private FetchedChart chart(Wanted wanted) {
        return charts.get(wanted.key(), () -> loaded(archive(wanted, Proof.NONE)));
    }

    /** The packed chart that {@code request} names; a folder of this machine is none. */
    public FetchedArchive archive(ChartRequest request, Proof proof) {
        return archive(wanted(request), proof);
    }

    /** The archive as the ledger knows it, else as it is fetched; the ledger hears of it. */
    private FetchedArchive archive(Wanted wanted, Proof proof) {
        Ledger ledger = settings.ledger();
        Optional<LockedChart> known = ledger.find(wanted.source(), wanted.chart(), wanted.version());
        Optional<byte[]> copy = proof == Proof.NONE ? known.flatMap(ledger::copy) : Optional.empty();
        if (copy.isPresent()) {
            String name = known.get().file();
            return new FetchedArchive(
                    name.substring(name.lastIndexOf('/') + 1),
                    wanted.source(),
                    known.get().version(),
                    copy.get(),
                    Optional.empty(),
                    Optional.empty());
        }
        if (ledger.offline()) {
            throw SourceLock.notVendored(wanted.source(), wanted.chart(), wanted.version());
        }
        String version = known.map(LockedChart::version)
                .filter(locked -> !locked.isEmpty())
                .orElse(wanted.version());
        if (wanted instanceof Wanted.InGit place) {
            return noted(wanted, packed(place), "");
        }
        Remote remote = located(wanted, version);
        String entry = remote instanceof Remote.Archive place ? place.entry() : "";
        return noted(wanted, downloads.archive(remote, proof), entry);
    }

    private FetchedArchive noted(Wanted wanted, FetchedArchive archive, String entry) {
        settings.ledger()
                .fetched(
                        new LockedChart(
                                wanted.source(),
                                wanted.chart(),
                                wanted.version(),
                                archive.version(),
                                "sha256:" + archive.digest(),
                                entry,
                                ""),
                        archive.bytes());
        return archive;
    }

    private FetchedArchive packed(Wanted.InGit place) {
        Chart chart = loader.load(git.fetch(place.address(), settings.ledger().fresh()));
        byte[] bytes = new ChartPackage(HelmVersion.V4, Optional.of(Instant.EPOCH)).bytes(chart);
        return new FetchedArchive(
                ChartPackage.fileName(chart),
                place.source(),
                chart.metadata().version(),
                bytes,
                Optional.empty(),
                Optional.empty());
    }

    private Remote located(Wanted wanted, String version) {
        if (wanted instanceof Wanted.InRegistry place) {
            return new Remote.InRegistry(place.reference(), version);
        }
        if (wanted instanceof Wanted.InRepository place) {
            Repository repository = place.repository();
            return inRepository(repository, index(repository).find(place.chart(), version, place.devel()));
        }
        Wanted.AtAddress place = (Wanted.AtAddress) wanted;
        return new Remote.Archive(IndexFetch.resolve(place.address(), place.address()), place.access(), "", "", "");
    }

    /** The registry that these sources fetch from. */
    public OciRegistry registry() {
        return registry;
    }

    /** The file or folder that {@code request} names, when it is one. */
    public Optional<Path> local(ChartRequest request) {
        String reference = request.reference();
        if (request.repositoryUrl().isPresent() || OciReference.isOne(reference) || GitTree.isOne(reference)) {
            return Optional.empty();
        }
        Path path = request.base().resolve(reference);
        return Files.exists(path) ? Optional.of(path) : Optional.empty();
    }

    private FetchedChart loaded(FetchedArchive archive) {
        Chart chart = loader.loadArchive(new ByteArrayInputStream(archive.bytes()));
        return new FetchedChart(chart, archive.origin());
    }

    private Wanted wanted(ChartRequest request) {
        String reference = request.reference();
        if (GitTree.isOne(reference)) {
            return new Wanted.InGit(reference);
        }
        if (OciReference.isOne(reference)) {
            return inRegistry(reference, request.version());
        }
        if (request.repositoryUrl().isPresent()) {
            return new Wanted.InRepository(
                    byUrl(request.repositoryUrl().get()), reference, request.version(), request.devel());
        }
        if (Addresses.isFetched(reference)) {
            Access access = repositories.values().stream()
                    .filter(r -> !r.url().isEmpty() && reference.startsWith(r.url()))
                    .findFirst()
                    .map(Repository::access)
                    .orElse(settings.access());
            return new Wanted.AtAddress(reference, at(access, reference));
        }
        int slash = reference.indexOf('/');
        if (slash <= 0 || reference.startsWith(".")) {
            throw noPath(reference);
        }
        Repository repository = named(reference.substring(0, slash), reference);
        if (repository.oci()) {
            String url = OciReference.isOne(repository.url()) ? repository.url() : "oci://" + repository.url();
            return inRegistry(withoutSlash(url) + reference.substring(slash), request.version());
        }
        return new Wanted.InRepository(repository, reference.substring(slash + 1), request.version(), request.devel());
    }

    private static Access at(Access access, String address) {
        return access.origin().isEmpty()
                ? new Access(
                        address,
                        access.username(),
                        access.password(),
                        access.certFile(),
                        access.keyFile(),
                        access.caFile(),
                        access.insecure(),
                        access.everywhere())
                : access;
    }

    private static Wanted inRegistry(String reference, String version) {
        if (version.equals("latest")) {
            throw new DecsException(
                    "the version for OCI charts should be semver compliant, the latest tag is not supported");
        }
        return new Wanted.InRegistry(OciReference.parse(reference), version);
    }

    private Remote inRepository(Repository repository, ChartVersion found) {
        if (found.urls().isEmpty()) {
            throw new DecsException("chart \"" + found.name() + "\" has no downloadable URLs");
        }
        String url = found.urls().get(0);
        if (OciReference.isOne(url)) {
            return new Remote.InRegistry(OciReference.parse(url), "");
        }
        URI address = IndexFetch.resolve(repository.url(), url);
        return new Remote.Archive(
                address, repository.access(), found.digest(), found.version().original(), found.entryDigest());
    }

    /** The repository's index, fetched at most once; Helm's own, where Helm keeps one. */
    public RepositoryIndex index(Repository repository) {
        return indexes.get(repository.url(), () -> {
            Optional<Path> kept = settings.home()
                    .filter(home -> settings.keptIndexes() && !repository.name().isEmpty())
                    .map(home -> home.index(repository.name()))
                    .filter(Files::exists);
            if (kept.isPresent()) {
                return kept(repository, kept.get());
            }
            Path file = cache.index(IndexFetch.address(repository).toString());
            return Files.exists(file) && !settings.refresh()
                    ? indexFetch.open(repository, file)
                    : indexFetch.bring(repository, file);
        });
    }

    /** The index that Helm keeps of a repository; where it is damaged, the way out is told. */
    private RepositoryIndex kept(Repository repository, Path file) {
        try {
            return indexFetch.open(repository, file);
        } catch (DecsException damaged) {
            throw new DecsException(
                    "no cached repo found. (try 'helm repo update'): error loading " + file + ": "
                            + damaged.getMessage(),
                    damaged.problems(),
                    damaged);
        }
    }

    private Chart complete(Path local) {
        Chart chart = load(local);
        return Files.isDirectory(local) ? new MissingDependencies(this).complete(chart, local) : chart;
    }

    Chart load(Path local) {
        if (!Files.exists(local)) {
            throw noPath(local.toString());
        }
        return loader.load(local);
    }

    /** The versions that a dependency may have, newest first; {@code url} as {@link #dependency} takes it. */
    public List<Version> versions(String chart, String url) {
        if (OciReference.isOne(url)) {
            return registry.versions(OciReference.parse(withoutSlash(url) + "/" + chart));
        }
        return index(repository(url, chart)).versions(chart).stream()
                .filter(version -> !version.urls().isEmpty())
                .map(ChartVersion::version)
                .toList();
    }

    /** The archive that a dependency names, from the repository at {@code url} or called {@code @name} or {@code alias:name}. */
    public FetchedArchive dependency(String chart, String version, String url, Proof proof) {
        return archive(ofDependency(chart, version, url), proof);
    }

    /** The chart of {@link #dependency}. */
    Chart fromDependency(String chart, String version, String url) {
        return chart(ofDependency(chart, version, url)).chart();
    }

    private Wanted ofDependency(String chart, String version, String url) {
        if (OciReference.isOne(url)) {
            return inRegistry(withoutSlash(url) + "/" + chart, version);
        }
        return new Wanted.InRepository(repository(url, chart), chart, version, false);
    }

    /** The repository that a dependency's text names. */
    public Repository repository(String url, String chart) {
        if (url.startsWith("@")) {
            return named(url.substring(1), chart);
        }
        return url.startsWith("alias:") ? named(url.substring("alias:".length()), chart) : byUrl(url);
    }

    /** The repository called {@code name}. */
    public Optional<Repository> named(String name) {
        return Optional.ofNullable(repositories.get(name));
    }

    private Repository named(String name, String reference) {
        Repository repository = repositories.get(name);
        if (repository == null) {
            throw noRepository(name, reference);
        }
        return repository;
    }

    private Repository byUrl(String url) {
        return repositories.values().stream()
                .filter(repository -> withoutSlash(repository.url()).equals(withoutSlash(url)))
                .findFirst()
                .orElse(Repository.of("", url));
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    private DecsException noRepository(String name, String reference) {
        String text = "repo " + name + " not found";
        String hint = Suggestion.nearest(name, repositories.keySet())
                .map(near -> "did you mean " + near + "?")
                .orElse(
                        repositories.isEmpty()
                                ? "no repositories are known: name it under repositories"
                                : "known repositories: " + String.join(", ", repositories.keySet()));
        return new DecsException(
                text, List.of(Problem.of("chart " + reference + ": " + text).withHint(hint)), null);
    }

    private static DecsException noPath(String reference) {
        String text = "path \"" + reference + "\" not found";
        return new DecsException(
                text,
                List.of(Problem.of(text)
                        .withHint("a chart is a folder with Chart.yaml, a .tgz, repository/name, or an address")),
                null);
    }
}
