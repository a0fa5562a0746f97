package decs.helm.text;

import decs.helm.action.LiveResources;
import decs.helm.action.ReleaseContext;
import decs.helm.chart.HelmVersion;
import decs.helm.release.Release;
import decs.helm.release.ReleaseCodec;
import decs.template.source.Source;
import decs.template.yaml.Yaml;
import java.util.Objects;
import java.util.Optional;

/**
 * What {@code helm status} prints of a release, as text or as data. Helm 4 always says what happened last and what is
 * live, Helm 3 where that is asked for.
 */
public final class StatusReport {
    private final ReleaseContext context;
    private final boolean resources;
    private final boolean description;

    /**
     * @param resources whether the live objects are wanted
     * @param description whether to say what happened last
     */
    public StatusReport(ReleaseContext context, boolean resources, boolean description) {
        this.context = Objects.requireNonNull(context, "context");
        boolean all = context.version() == HelmVersion.V4;
        this.resources = all || resources;
        this.description = all || description;
    }

    public String table(Release release) {
        String live = resources ? ResourceText.tables(new LiveResources(context).tables(release)) : "";
        return new StatusText(context.version()).of(release, true, live, description);
    }

    /** One line of JSON. */
    public String json(Release release) {
        return data(release) + "\n";
    }

    public String yaml(Release release) {
        return Yaml.write(Yaml.read(Source.of("release", data(release))));
    }

    private String data(Release release) {
        Optional<String> live = resources
                ? Optional.of(new LiveResources(context).objects(release))
                        .filter(found -> !found.isEmpty())
                        .map(ResourceText::json)
                : Optional.empty();
        return ReleaseCodec.statusJson(release, context.version(), live);
    }
}
