package decs.core.prepare;

import decs.core.plan.ResolvedRelease;
import decs.core.spec.Fields;
import decs.helm.packaging.VerifyChart;
import decs.helm.repo.ChartRequest;
import decs.helm.repo.ChartSource;
import decs.helm.repo.ChartSources;
import decs.helm.repo.FetchedArchive;
import decs.helm.repo.Proof;
import decs.helm.sign.Keyring;
import decs.template.source.DecsException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * Checks the provenance of a chart where its release, {@code helmDefaults} or its repository says {@code verify: true}.
 * As with helmfile this is done before a release is installed or upgraded, not for {@code template} and {@code diff}.
 */
final class ChartProof {
    private final ChartSource charts;

    ChartProof(ChartSource charts) {
        this.charts = charts;
    }

    /** @throws DecsException when the chart is to be verified and is not what its publisher signed */
    void check(ResolvedRelease release, ChartRequest request) {
        Optional<Fields> repository = repository(release);
        boolean wanted = release.flag("verify")
                .or(() -> repository.flatMap(fields -> fields.flag("verify")))
                .orElse(false);
        if (!wanted) {
            return;
        }
        Path keyring = keyring(release, repository);
        VerifyChart verification = new VerifyChart(Clock.systemUTC());
        ChartPlace place = ChartPlace.of(release);
        if (place.local()) {
            verification.run(place.path(), keyring);
            return;
        }
        if (!(charts instanceof ChartSources sources)) {
            throw new DecsException("release \"" + release.name() + "\" says verify: true, but its charts come from a"
                    + " source that keeps no provenance");
        }
        FetchedArchive archive = sources.archive(request, Proof.NEEDED);
        byte[] proof = archive.provenance()
                .orElseThrow(() -> new DecsException("the chart " + archive.origin() + " has no provenance file"));
        verification.check(archive.fileName(), archive.bytes(), proof, keyring);
    }

    private static Optional<Fields> repository(ResolvedRelease release) {
        int slash = release.chart().indexOf('/');
        String name = slash < 0 ? "" : release.chart().substring(0, slash);
        return release.state().spec().structs("repositories").stream()
                .filter(fields -> fields.text("name").equals(name))
                .findFirst();
    }

    private static Path keyring(ResolvedRelease release, Optional<Fields> repository) {
        String own = release.text("keyring");
        String named =
                own.isEmpty() ? repository.map(fields -> fields.text("keyring")).orElse("") : own;
        Map<String, String> environment = release.state().scope().environment();
        return named.isEmpty()
                ? Keyring.usual(environment)
                : release.state().file().folder().resolve(named);
    }
}
