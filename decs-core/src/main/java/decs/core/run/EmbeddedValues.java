package decs.core.run;

import decs.core.load.State;
import decs.core.plan.Releases;
import decs.core.plan.ResolvedRelease;
import decs.core.prepare.ValuesText;
import decs.core.spec.Fields;
import decs.template.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;

/** Puts the content of values and secrets files into releases, in place of their paths. */
public record EmbeddedValues(Session session) {

    public Releases in(Releases releases) {
        List<ResolvedRelease> embedded =
                releases.selected().stream().map(this::in).toList();
        State state = releases.state();
        boolean all = embedded.size() == state.releases().size();
        return new Releases(all ? state.withReleases(written(state, embedded)) : state, releases.all(), embedded);
    }

    /** The releases as they are written, but with the values of {@code embedded}. */
    private static List<Fields> written(State state, List<ResolvedRelease> embedded) {
        List<Fields> written = new ArrayList<>();
        for (int i = 0; i < embedded.size(); i++) {
            Fields fields = embedded.get(i).fields();
            written.add(state.releases()
                    .get(i)
                    .with("values", fields.list("values"))
                    .with("secrets", fields.list("secrets")));
        }
        return written;
    }

    private ResolvedRelease in(ResolvedRelease release) {
        List<Object> values = new ArrayList<>();
        List<Object> secrets = new ArrayList<>();
        for (ValuesText text : session.preparation().values(release).texts()) {
            (text.secret() ? secrets : values).add(Yaml.readV3(text.source()));
        }
        return new ResolvedRelease(
                release.state(),
                release.fields().with("values", values).with("secrets", secrets),
                release.labels(),
                release.enabled());
    }
}
