package decs.helm.repo;

import decs.template.source.DecsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
        return root.resolve("index").resolve(sha256(url.getBytes(StandardCharsets.UTF_8)) + ".yaml");
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

    Optional<String> etag(Path file) {
        return read(tagFile(file)).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    void write(Path file, byte[] content, Optional<String> etag) {
        if (put(file, content) && etag.isPresent()) {
            put(tagFile(file), etag.get().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Path tagFile(Path file) {
        return file.resolveSibling(file.getFileName() + ".etag");
    }

    private static boolean put(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            Path part = Files.createTempFile(file.getParent(), ".", ".part");
            try {
                Files.write(part, content);
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
            return true;
        } catch (IOException readOnlyOrFull) {
            return false;
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new DecsException("this JDK has no SHA-256", impossible);
        }
    }
}
