package decs.helm.packaging;

import decs.helm.archive.ChartLoader;
import decs.helm.chart.Chart;
import decs.helm.registry.OciReference;
import decs.helm.registry.OciRegistry;
import decs.helm.registry.Push;
import decs.template.source.DecsException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * {@code helm push}: a packed chart, with the .prov beside it, to a registry, where it is called by its name and version.
 *
 * <p>Mirrors: pusher.OCIPusher
 */
public final class PushChart {
    private final OciRegistry registry;
    private final ChartLoader loader;

    public PushChart(OciRegistry registry, ChartLoader loader) {
        this.registry = registry;
        this.loader = loader;
    }

    /**
     * Pushes {@code archive} below {@code remote}, which starts with {@code oci://}.
     *
     * @param time noted in the manifest; empty takes the file's
     */
    public Push.Pushed run(Path archive, String remote, Optional<Instant> time) {
        if (!OciReference.isOne(remote)) {
            throw new DecsException("scheme prefix missing from remote (e.g. \"oci://\")");
        }
        if (!Files.exists(archive)) {
            throw new DecsException(archive + ": no such file");
        }
        if (Files.isDirectory(archive)) {
            throw new DecsException("cannot push directory, must provide chart archive (.tgz)");
        }
        try {
            byte[] bytes = Files.readAllBytes(archive);
            Chart chart = loader.loadArchive(new ByteArrayInputStream(bytes));
            Path proof = archive.resolveSibling(archive.getFileName() + ".prov");
            Optional<byte[]> provenance =
                    Files.exists(proof) ? Optional.of(Files.readAllBytes(proof)) : Optional.empty();
            String place = remote.endsWith("/") ? remote.substring(0, remote.length() - 1) : remote;
            OciReference reference = OciReference.parse(place + "/" + chart.name())
                    .withTag(chart.metadata().version());
            Instant created = time.isPresent()
                    ? time.get()
                    : Files.getLastModifiedTime(archive).toInstant();
            return new Push(registry).push(reference, chart.metadata(), bytes, provenance, created);
        } catch (IOException unreadable) {
            throw new DecsException("open " + archive + ": " + unreadable.getMessage(), unreadable);
        }
    }
}
