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
import java.util.Optional;

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
    private final Ledger ledger;

    public RemoteFiles(SourceSettings settings) {
        this.http = new Http(settings.timeout(), settings.retries(), settings.environment(), settings.readers());
        this.git = new GitTree(settings.cache(), settings.timeout(), settings.environment());
        this.cache = settings.cache().resolve("files");
        this.ledger = settings.ledger();
    }

    /** Whether {@code text} is such an address and no path. */
    public static boolean isRemote(String text) {
        return GitTree.isOne(text) || Addresses.isFetched(text);
    }

    /**
     * The file or folder on this machine: the copy of the lock, else what was fetched.
     *
     * @throws DecsException when it cannot be had, or is not what is locked
     */
    public Path fetch(String address) {
        if (GitTree.isOne(address)) {
            GitTree.Place place = GitTree.Place.parse(address);
            return GitTree.inside(place, locked(place.source(), fresh -> git.tree(place, fresh)));
        }
        boolean fresh = address.contains(FRESH);
        URI uri = uri(address.replaceFirst("([?&])" + FRESH + "&?", "$1").replaceFirst("[?&]$", ""));
        return locked(Addresses.clean(uri), again -> file(uri, fresh || again));
    }

    /** Brings something, from where it was fetched to before unless it has to be fresh. */
    private interface Fetch {
        Path get(boolean fresh);
    }

    private Path locked(String source, Fetch fetch) {
        Optional<LockedFile> known = ledger.find(source);
        Optional<Path> copy = known.flatMap(ledger::copy);
        if (copy.isPresent()) {
            return copy.get();
        }
        if (ledger.offline()) {
            throw SourceLock.notVendored(source);
        }
        if (ledger.equals(Ledger.NONE)) {
            return fetch.get(false);
        }
        Path place = fetch.get(ledger.fresh());
        String digest = FileTree.digest(place);
        if (known.isPresent() && !known.get().digest().equals(digest)) { // what was kept may be older than the lock
            place = fetch.get(true);
            digest = FileTree.digest(place);
        }
        ledger.fetched(new LockedFile(source, digest, ""), place);
        return place;
    }

    private Path file(URI uri, boolean fresh) {
        String path = String.valueOf(uri.getPath());
        String name = path.substring(path.lastIndexOf('/') + 1);
        Path file = cache.resolve(Digests.sha256(uri.toString().getBytes(StandardCharsets.UTF_8)))
                .resolve(name.isEmpty() ? "file" : name);
        if (!fresh && Files.isRegularFile(file)) {
            return file;
        }
        WholeFile.at(file).write(http.bytes(Call.get(uri, Access.anonymous(uri.toString()))));
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
