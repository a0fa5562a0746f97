package decs.helm.repo;

import decs.helm.archive.ChartLoader;
import decs.helm.chart.Chart;
import decs.template.source.DecsException;
import decs.template.source.Problem;
import decs.template.source.Suggestion;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Charts from folders, archives, addresses, HTTP repositories and OCI registries. Each index is fetched once and each chart version once
 * for the life of this object, however many releases and threads ask.
 */
public final class ChartSources implements ChartSource {
    private static final long MOST_INDEX_BYTES = 1L << 30;
    private static final long MOST_ARCHIVE_BYTES = 1L << 28;

    private final SourceSettings settings;
    private final ChartLoader loader;
    private final HttpFetcher http;
    private final Once<String, OciRegistry> registry;
    private final DownloadCache cache;
    private final Map<String, Repository> repositories = new LinkedHashMap<>();
    private final Once<String, RepositoryIndex> indexes = new Once<>();
    private final Once<String, FetchedChart> charts = new Once<>();

    public ChartSources(SourceSettings settings, ChartLoader loader) {
        this.settings = settings;
        this.loader = loader;
        this.http = new HttpFetcher(settings.timeout(), settings.retries());
        this.registry = new Once<>();
        this.cache = new DownloadCache(settings.cache());
        settings.repositories().forEach(repository -> repositories.put(repository.name(), repository));
    }

    @Override
    public FetchedChart fetch(ChartRequest request) {
        String reference = request.reference();
        if (OciReference.isOne(reference)) {
            return fromRegistry(reference, request.version());
        }
        if (request.repositoryUrl().isPresent()) {
            Repository repository = byUrl(request.repositoryUrl().get());
            return fromRepository(repository, reference, request);
        }
        Path local = request.base().resolve(reference);
        if (Files.exists(local)) {
            return charts.get(
                    "file " + local.toAbsolutePath().normalize(),
                    () -> new FetchedChart(complete(local), local.toString()));
        }
        if (reference.startsWith("http://") || reference.startsWith("https://")) {
            Repository anonymous = repositories.values().stream()
                    .filter(r -> reference.startsWith(r.url()))
                    .findFirst()
                    .orElse(Repository.of("", reference));
            return charts.get(reference, () -> download(URI.create(reference), anonymous, ""));
        }
        int slash = reference.indexOf('/');
        if (slash <= 0 || reference.startsWith(".") || reference.startsWith("/")) {
            throw noPath(reference);
        }
        String name = reference.substring(0, slash);
        Repository repository = named(name, reference);
        if (repository.oci()) {
            String url = OciReference.isOne(repository.url()) ? repository.url() : "oci://" + repository.url();
            return fromRegistry(withoutSlash(url) + reference.substring(slash), request.version());
        }
        return fromRepository(repository, reference.substring(slash + 1), request);
    }

    /** The repository's index, fetched at most once. */
    public RepositoryIndex index(Repository repository) {
        return indexes.get(repository.url(), () -> fetchIndex(repository));
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

    /** The chart that a dependency names, from the repository at {@code url} or called {@code @name} or {@code alias:name}. */
    Chart fromDependency(String chart, String version, String url) {
        if (OciReference.isOne(url)) {
            return fromRegistry(withoutSlash(url) + "/" + chart, version).chart();
        }
        Repository repository = url.startsWith("@")
                ? named(url.substring(1), chart)
                : url.startsWith("alias:") ? named(url.substring("alias:".length()), chart) : byUrl(url);
        ChartRequest request = new ChartRequest(chart, version, Optional.of(url), false, Path.of(""));
        return fromRepository(repository, chart, request).chart();
    }

    private Repository named(String name, String reference) {
        Repository repository = repositories.get(name);
        if (repository == null) {
            throw noRepository(name, reference);
        }
        return repository;
    }

    private FetchedChart fromRegistry(String reference, String version) {
        if (version.equals("latest")) {
            throw new DecsException(
                    "the version for OCI charts should be semver compliant, the latest tag is not supported");
        }
        OciRegistry oci = registry.get(
                "",
                () -> new OciRegistry(
                        settings.timeout(), new KnownRegistries(settings.repositories(), settings.plainHttp())));
        return charts.get(reference + " " + version, () -> {
            OciRegistry.Pulled pulled = oci.pull(OciReference.parse(reference), version);
            Chart chart = loader.loadArchive(new ByteArrayInputStream(pulled.archive()));
            return new FetchedChart(chart, "oci://" + pulled.reference());
        });
    }

    private FetchedChart fromRepository(Repository repository, String chart, ChartRequest request) {
        ChartVersion found = index(repository).find(chart, request.version(), request.devel());
        if (found.urls().isEmpty()) {
            throw new DecsException("chart \"" + chart + "\" has no downloadable URLs");
        }
        URI address = resolve(repository.url(), found.urls().get(0));
        return charts.get(address.toString(), () -> download(address, repository, found.digest()));
    }

    private RepositoryIndex fetchIndex(Repository repository) {
        URI address = resolve(repository.url(), "index.yaml");
        Path file = cache.index(address.toString());
        Optional<byte[]> kept = cache.read(file);
        byte[] text;
        if (kept.isPresent() && !settings.refresh()) {
            text = kept.get();
        } else {
            HttpFetcher.Answer answer =
                    http.get(address, repository, kept.flatMap(k -> cache.etag(file)), MOST_INDEX_BYTES);
            text = answer.unchanged() ? kept.orElseThrow() : answer.body();
            if (!answer.unchanged()) {
                cache.write(file, text, answer.etag());
            }
        }
        return RepositoryIndex.read(HttpFetcher.clean(address), new String(text, StandardCharsets.UTF_8));
    }

    private FetchedChart download(URI address, Repository repository, String digest) {
        Optional<byte[]> kept = digest.isEmpty() ? Optional.empty() : cache.read(cache.archive(digest));
        byte[] bytes = kept.filter(k -> DownloadCache.sha256(k).equals(digest)).orElse(null);
        if (bytes == null) {
            bytes = http.get(address, repository, Optional.empty(), MOST_ARCHIVE_BYTES)
                    .body();
            String actual = DownloadCache.sha256(bytes);
            if (!digest.isEmpty() && !actual.equals(digest)) {
                String text = "the archive " + HttpFetcher.clean(address) + " is not the one that the index names";
                throw new DecsException(
                        text,
                        List.of(Problem.of(text + ": sha256 " + digest + " wanted, " + actual + " received")
                                .withHint("it was changed or damaged after it was published; ask who publishes it")),
                        null);
            }
            cache.write(cache.archive(actual), bytes, Optional.empty());
        }
        Chart chart = loader.loadArchive(new ByteArrayInputStream(bytes));
        return new FetchedChart(chart, HttpFetcher.clean(address));
    }

    /** An address of the index, relative ones against the repository, whose query they keep. */
    static URI resolve(String repositoryUrl, String reference) {
        try {
            URI address = URI.create(reference);
            if (address.isAbsolute()) {
                return address;
            }
            URI repository = URI.create(repositoryUrl);
            String query = repository.getRawQuery();
            String base = query == null ? repositoryUrl : repositoryUrl.substring(0, repositoryUrl.indexOf('?'));
            URI resolved = URI.create(base.endsWith("/") ? base : base + "/").resolve(address);
            return query == null ? resolved : URI.create(resolved + "?" + query);
        } catch (IllegalArgumentException bad) {
            throw new DecsException("invalid chart URL format: " + reference + " in repository " + repositoryUrl, bad);
        }
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
