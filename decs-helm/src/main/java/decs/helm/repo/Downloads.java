package decs.helm.repo;

import decs.helm.archive.Digests;
import decs.helm.http.Addresses;
import decs.helm.http.Call;
import decs.helm.http.Http;
import decs.helm.http.HttpProblem;
import decs.helm.registry.OciRegistry;
import decs.template.source.DecsException;
import decs.template.source.Problem;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Fetches packed charts, with every digest that is known checked; the cache holds them by digest. */
record Downloads(Http http, DownloadCache cache, OciRegistry registry) {
    /** An archive is held in memory a few times over while it is fetched and read. */
    private static final long MOST_ARCHIVE =
            Math.min(256L << 20, Runtime.getRuntime().maxMemory() / 6);

    private static final long MOST_PROOF = 1L << 20;

    FetchedArchive archive(Remote remote, Proof proof) {
        if (remote instanceof Remote.InRegistry place) {
            return pulled(place, proof);
        }
        Remote.Archive place = (Remote.Archive) remote;
        byte[] bytes = bytes(place);
        String path = String.valueOf(place.address().getPath());
        return new FetchedArchive(
                path.substring(path.lastIndexOf('/') + 1),
                Addresses.clean(place.address()),
                place.version(),
                bytes,
                proof == Proof.NONE ? Optional.empty() : proof(place, proof),
                Optional.empty());
    }

    private FetchedArchive pulled(Remote.InRegistry place, Proof proof) {
        OciRegistry.Pulled pulled = registry.pull(place.reference(), place.wanted(), proof != Proof.NONE);
        String path = pulled.reference().path();
        String tag = pulled.reference().tag().replace('_', '+');
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (proof == Proof.NEEDED && pulled.provenance().isEmpty()) {
            throw new DecsException("failed to fetch provenance \"oci://" + pulled.reference() + ".prov\"");
        }
        return new FetchedArchive(
                (tag.isEmpty() ? name : name + "-" + tag) + ".tgz",
                "oci://" + pulled.reference(),
                tag,
                pulled.archive(),
                pulled.provenance(),
                Optional.of(pulled.manifestDigest()));
    }

    private byte[] bytes(Remote.Archive place) {
        String digest = place.digest().replaceFirst("^sha256:", "");
        Optional<byte[]> kept = digest.matches("[0-9a-f]{64}") ? cache.read(cache.archive(digest)) : Optional.empty();
        if (kept.isPresent() && Digests.sha256(kept.get()).equals(digest)) {
            return kept.get();
        }
        byte[] bytes = http.bytes(Call.get(place.address(), place.access()).atMost(MOST_ARCHIVE));
        String actual = Digests.sha256(bytes);
        if (!digest.isEmpty() && !actual.equals(digest)) {
            String text = "the archive " + Addresses.clean(place.address()) + " is not the one that the index names";
            throw new DecsException(
                    text,
                    List.of(Problem.of(text + ": sha256 " + digest + " wanted, " + actual + " received")
                            .withHint("it was changed or damaged after it was published; ask who publishes it")),
                    null);
        }
        cache.write(cache.archive(actual), bytes);
        return bytes;
    }

    private Optional<byte[]> proof(Remote.Archive place, Proof proof) {
        URI address = place.address();
        URI beside = URI.create(address + ".prov");
        try {
            return Optional.of(http.bytes(Call.get(beside, place.access()).atMost(MOST_PROOF)));
        } catch (HttpProblem missing) {
            if (proof == Proof.NEEDED) {
                throw new DecsException(
                        "failed to fetch provenance \"" + Addresses.clean(beside) + "\"", missing.problems(), missing);
            }
            return Optional.empty();
        }
    }
}
