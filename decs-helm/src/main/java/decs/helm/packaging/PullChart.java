package decs.helm.packaging;

import decs.helm.archive.ChartExpansion;
import decs.helm.archive.ChartLoader;
import decs.helm.archive.WholeFile;
import decs.helm.chart.ChartException;
import decs.helm.repo.ChartRequest;
import decs.helm.repo.ChartSources;
import decs.helm.repo.FetchedArchive;
import decs.helm.repo.Proof;
import decs.helm.sign.Verification;
import decs.template.source.DecsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * {@code helm pull}: a packed chart from its repository or registry into a folder, checked against its provenance and
 * unpacked when that is wanted.
 *
 * <p>Mirrors: action.Pull
 */
public final class PullChart {
    private final ChartSources sources;
    private final ChartLoader loader;
    private final Clock clock;

    public PullChart(ChartSources sources, ChartLoader loader, Clock clock) {
        this.sources = sources;
        this.loader = loader;
        this.clock = clock;
    }

    /**
     * What to pull.
     *
     * @param destination the folder for the archive
     * @param unpackInto the folder to unpack into, instead of keeping the archive
     * @param proof what is done about the provenance: {@code NEEDED} also checks it
     * @param keyring for the check
     */
    public record Order(ChartRequest request, Path destination, Optional<Path> unpackInto, Proof proof, Path keyring) {}

    /** What came, and where it is. */
    public record Pulled(FetchedArchive archive, Path path, Optional<Verification> verification) {}

    public Pulled run(Order order) {
        FetchedArchive archive = sources.archive(order.request(), order.proof());
        String name = archive.fileName();
        if (name.isEmpty() || name.equals(".") || name.equals("..")) {
            throw new DecsException(archive.origin() + " names no file");
        }
        Optional<Verification> verification = order.proof() == Proof.NEEDED
                ? Optional.of(new VerifyChart(clock)
                        .check(name, archive.bytes(), archive.provenance().orElseThrow(), order.keyring()))
                : Optional.empty();
        if (order.unpackInto().isPresent()) {
            return new Pulled(archive, unpacked(order, archive), verification);
        }
        Path folder = order.destination();
        if (!Files.isDirectory(folder)) {
            throw new DecsException("open " + folder.resolve(name) + ": no such file or directory");
        }
        Path target = folder.resolve(name);
        WholeFile.at(target).write(archive.bytes());
        archive.provenance()
                .ifPresent(text -> WholeFile.at(folder.resolve(name + ".prov")).write(text));
        return new Pulled(archive, target, verification);
    }

    private Path unpacked(Order order, FetchedArchive archive) {
        Path folder = order.unpackInto().orElseThrow();
        String reference = order.request().reference();
        Path named = folder.resolve(reference.substring(reference.lastIndexOf('/') + 1));
        if (Files.exists(named, LinkOption.NOFOLLOW_LINKS)) {
            throw new ChartException(
                    "failed to untar: a file or directory with the name " + named + " already exists", List.of(), null);
        }
        return new ChartExpansion(loader).expand(archive.bytes(), folder);
    }
}
