package decs.helm.repo;

import decs.helm.archive.FileWords;
import decs.helm.http.Addresses;
import decs.helm.http.Answer;
import decs.helm.http.Call;
import decs.helm.http.Http;
import decs.template.source.DecsException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Brings the index of a repository into a file: only when it changed, where the server gives entity tags, and only when it
 * can be read, so that a broken one never takes the place of a good one.
 */
final class IndexFetch {
    private static final long MOST_BYTES = 512L << 20;

    private final Http http;
    private final Consumer<String> warnings;

    IndexFetch(Http http, Consumer<String> warnings) {
        this.http = http;
        this.warnings = warnings;
    }

    /** The address of the index of {@code repository}. */
    static URI address(Repository repository) {
        return resolve(repository.url(), "index.yaml");
    }

    /** Brings {@code file} up to date and opens it. */
    RepositoryIndex bring(Repository repository, Path file) {
        URI address = address(repository);
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, ".", ".part");
            try {
                Call call = Call.get(address, repository.access()).atMost(MOST_BYTES);
                Optional<String> tag = tag(file);
                Answer answer = http.download(
                        tag.map(t -> call.with("If-None-Match", t)).orElse(call), draft);
                if (answer.status() == 304) {
                    return open(repository, file);
                }
                open(repository, draft);
                Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
                keepTag(file, answer.header("etag"));
                return open(repository, file);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException failed) {
            throw new DecsException(
                    "cannot keep the index of " + Addresses.clean(address) + ": " + FileWords.of(failed), failed);
        }
    }

    RepositoryIndex open(Repository repository, Path file) {
        String origin = Addresses.clean(repository.url());
        return RepositoryIndex.open(repository.name(), origin, file, warnings);
    }

    private static Path tagFile(Path file) {
        return file.resolveSibling(file.getFileName() + ".etag");
    }

    private static Optional<String> tag(Path file) throws IOException {
        Path tag = tagFile(file);
        return Files.isRegularFile(file) && Files.isRegularFile(tag)
                ? Optional.of(Files.readString(tag, StandardCharsets.UTF_8).strip())
                : Optional.empty();
    }

    private static void keepTag(Path file, Optional<String> tag) throws IOException {
        if (tag.isPresent()) {
            Files.writeString(tagFile(file), tag.get());
        } else {
            Files.deleteIfExists(tagFile(file));
        }
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
}
