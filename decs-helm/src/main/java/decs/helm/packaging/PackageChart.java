package decs.helm.packaging;

import decs.helm.archive.ChartLoader;
import decs.helm.archive.ChartPackage;
import decs.helm.archive.WholeFile;
import decs.helm.chart.Chart;
import decs.helm.chart.ChartMetadata;
import decs.helm.chart.Dependency;
import decs.helm.chart.HelmVersion;
import decs.helm.chart.MetadataRules;
import decs.helm.sign.Provenance;
import decs.helm.sign.SigningKey;
import decs.template.semver.SemverException;
import decs.template.semver.Version;
import decs.template.source.DecsException;
import decs.template.source.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * {@code helm package}: a folder to a .tgz, signed when a key is given. The same folder gives the same bytes.
 *
 * <p>Mirrors: action.Package
 */
public final class PackageChart {
    private final ChartLoader loader;
    private final HelmVersion helm;
    private final Clock clock;

    public PackageChart(ChartLoader loader, HelmVersion helm, Clock clock) {
        this.loader = loader;
        this.helm = helm;
        this.clock = clock;
    }

    /**
     * What to pack.
     *
     * @param version in place of the one in Chart.yaml; empty keeps it
     * @param appVersion in place of the one in Chart.yaml; empty keeps it
     * @param destination the folder for the archive, made when it is missing
     * @param time stamps every member of the archive
     */
    public record Order(
            Path chart,
            String version,
            String appVersion,
            Path destination,
            Optional<SigningKey> key,
            Optional<Instant> time) {}

    /** Packs, and returns the archive's path. */
    public Path run(Order order) {
        if (!Files.exists(order.chart())) {
            throw new DecsException("stat " + order.chart() + ": no such file or directory");
        }
        if (!order.version().isEmpty()) {
            try {
                Version.parse(order.version());
            } catch (SemverException bad) {
                throw new DecsException(bad.getMessage(), bad.problems(), bad);
            }
        }
        Chart chart = loader.load(order.chart());
        ChartMetadata metadata = chart.metadata();
        metadata = order.version().isEmpty() ? metadata : metadata.withVersion(order.version());
        metadata = order.appVersion().isEmpty() ? metadata : metadata.withAppVersion(order.appVersion());
        Chart packed = chart.withMetadata(MetadataRules.check(metadata));
        checkDependencies(packed);
        byte[] bytes = new ChartPackage(helm, order.time()).bytes(packed);
        Path target = order.destination().resolve(ChartPackage.fileName(packed));
        String name = target.getFileName().toString();
        Optional<byte[]> proof =
                order.key().map(key -> new Provenance(clock).sign(key, packed.metadata(), name, bytes));
        WholeFile.at(target).write(bytes);
        proof.ifPresent(
                text -> WholeFile.at(target.resolveSibling(name + ".prov")).write(text));
        return target;
    }

    private static void checkDependencies(Chart chart) {
        List<String> present = chart.subcharts().stream().map(Chart::name).toList();
        List<String> absent = chart.metadata().dependencies().stream()
                .map(Dependency::name)
                .filter(name -> !present.contains(name))
                .toList();
        if (!absent.isEmpty()) {
            String text = "found in Chart.yaml, but missing in charts/ directory: " + String.join(", ", absent);
            throw new DecsException(
                    text, List.of(Problem.of(text).withHint("fetch them with --dependency-update")), null);
        }
    }
}
