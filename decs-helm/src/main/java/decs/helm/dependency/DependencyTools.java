package decs.helm.dependency;

import decs.helm.archive.ChartLoader;
import decs.helm.chart.HelmVersion;
import decs.helm.repo.ChartSources;
import decs.helm.repo.FetchedArchive;
import decs.helm.repo.Proof;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What the work on dependencies takes from around it.
 *
 * @param time stamps what is packed, as {@code SOURCE_DATE_EPOCH} does
 * @param skipRefresh whether indexes are used as they are kept
 * @param refresh brings the indexes of all known repositories up to date
 * @param proofs what is done about signatures
 * @param progress takes one line for each step, in Helm's words
 * @param pulled takes reference and manifest digest of what came from a registry
 */
public record DependencyTools(
        ChartSources sources,
        ChartLoader loader,
        HelmVersion version,
        Clock clock,
        Optional<Instant> time,
        boolean skipRefresh,
        Runnable refresh,
        Proofs proofs,
        Consumer<String> progress,
        BiConsumer<String, String> pulled) {
    public DependencyTools {
        Objects.requireNonNull(sources, "sources");
        Objects.requireNonNull(loader, "loader");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(proofs, "proofs");
    }

    /** What is asked of the signatures of charts. */
    public interface Proofs {
        /** Nothing. */
        Proofs NONE = new Proofs() {
            @Override
            public Proof wanted() {
                return Proof.NONE;
            }

            @Override
            public void check(FetchedArchive archive) {}
        };

        Proof wanted();

        /** @throws decs.template.source.DecsException when the archive is not accepted */
        void check(FetchedArchive archive);
    }
}
