package decs.core.run;

import decs.core.load.State;
import decs.core.plan.ResolvedRelease;
import decs.core.plan.Wave;
import decs.core.prepare.ReleasePreparation;
import decs.core.request.RunEvent;
import decs.core.request.RunListener;
import decs.helm.chart.HelmVersion;
import decs.helm.render.ChartRenderer;
import decs.template.language.Host;
import decs.template.language.Limits;
import decs.template.source.DecsException;
import java.util.Objects;

/**
 * What the runs over one set of state files share: charts, compiled templates, connections, and who is told what
 * happens.
 *
 * @param clusters connections by context, opened when first asked for
 * @param repositories which chart repositories were told of
 */
public record Session(
        HelmVersion helm,
        Host host,
        Limits limits,
        ChartRenderer renderer,
        ReleasePreparation preparation,
        Clusters clusters,
        RepositoryLog repositories,
        RunListener listener) {
    public Session {
        Objects.requireNonNull(helm, "helm");
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(renderer, "renderer");
        Objects.requireNonNull(preparation, "preparation");
        Objects.requireNonNull(clusters, "clusters");
        Objects.requireNonNull(repositories, "repositories");
        listener = new Told(Objects.requireNonNull(listener, "listener"));
    }

    void notice(String text) {
        listener.on(new RunEvent.Line(RunEvent.Level.WARN, text));
    }

    /** Work on a wave begins. */
    void begin(Wave wave) {
        wave.warnings().forEach(warning -> listener.on(new RunEvent.Again(warning)));
    }

    /**
     * Reads the release's values, so that what is secret in them is masked in what the record tells.
     *
     * @throws DecsException where they cannot be read
     */
    void learnSecrets(ResolvedRelease release) {
        try {
            preparation.values(release).texts();
        } catch (DecsException unread) {
            throw new DecsException(
                    "what the record tells may hold secrets, and the values that would say which cannot be read: "
                            + unread.getMessage(),
                    unread.problems(),
                    unread);
        }
    }

    SpecHooks hooks(State state, String command) {
        return new SpecHooks(state, command, listener, clusters);
    }
}
