package decs.helm.repo;

import decs.helm.archive.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * What was downloaded, on disk: indexes with their entity tags, archives by digest. Files are written whole under another
 * name and moved; a cache that cannot be written is passed over, since it only saves time.
 */
final class DownloadCache {
    private final Path root;

    DownloadCache(Path root) {
        this.root = root;
    }

    Path index(String url) {
        return root.resolve("index").resolve(Digests.sha256(url.getBytes(StandardCharsets.UTF_8)) + ".yaml");
    }

    Path archive(String digest) {
        return root.resolve("charts").resolve(digest + ".tgz");
    }

    Optional<byte[]> read(Path file) {
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Keeps {@code content}; a cache that cannot be written is passed over. */
    void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            Path part = Files.createTempFile(file.getParent(), ".", ".part");
            try {
                Files.write(part, content);
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException readOnlyOrFull) {
            // it only saves time
        }
    }
}
