package decs.core.run;

import decs.core.plan.Releases;
import decs.core.plan.ResolvedRelease;
import decs.core.prepare.ValuesText;
import decs.template.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;

/** Puts the content of values and secrets files into releases, in place of their paths. */
public record EmbeddedValues(Session session) {

    public Releases in(Releases releases) {
        return new Releases(
                releases.state(),
                releases.all(),
                releases.selected().stream().map(this::in).toList());
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
