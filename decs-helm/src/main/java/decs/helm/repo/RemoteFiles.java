package decs.helm.repo;

import decs.helm.archive.Digests;
import decs.helm.archive.WholeFile;
import decs.helm.http.Access;
import decs.helm.http.Addresses;
import decs.helm.http.Call;
import decs.helm.http.Http;
import decs.template.source.DecsException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files and folders that an address names: {@code https://host/file.yaml}, or a place in a git repository,
 * {@code git::https://host/path@folder?ref=tag}. What was fetched is kept and not fetched again; {@code cache=false} in the
 * query asks for a fresh copy.
 */
public final class RemoteFiles {
    private static final String FRESH = "cache=false";

    private final Http http;
    private final GitTree git;
    private final Path cache;

    public RemoteFiles(SourceSettings settings) {
        this.http = new Http(settings.timeout(), settings.retries(), settings.environment(), settings.readers());
        this.git = new GitTree(settings.cache(), settings.timeout(), settings.environment());
        this.cache = settings.cache().resolve("files");
    }

    /** Whether {@code text} is such an address and no path. */
    public static boolean isRemote(String text) {
        return GitTree.isOne(text) || Addresses.isFetched(text);
    }

    /**
     * The file or folder on this machine.
     *
     * @throws DecsException when it cannot be had
     */
    public Path fetch(String address) {
        return GitTree.isOne(address) ? git.fetch(address) : file(address);
    }

    private Path file(String address) {
        boolean fresh = address.contains(FRESH);
        URI uri = uri(address.replaceFirst("([?&])" + FRESH + "&?", "$1").replaceFirst("[?&]$", ""));
        String path = String.valueOf(uri.getPath());
        String name = path.substring(path.lastIndexOf('/') + 1);
        Path file = cache.resolve(Digests.sha256(uri.toString().getBytes(StandardCharsets.UTF_8)))
                .resolve(name.isEmpty() ? "file" : name);
        if (!fresh && Files.isRegularFile(file)) {
            return file;
        }
        WholeFile.at(file).write(http.bytes(Call.get(uri, Access.anonymous(address))));
        return file;
    }

    private static URI uri(String address) {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException wrong) {
            throw new DecsException("invalid address " + Addresses.clean(address) + ": " + wrong.getMessage(), wrong);
        }
    }
}
