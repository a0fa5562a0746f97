package decs.helm.action;

import decs.helm.archive.ChartLoader;
import decs.helm.chart.Chart;
import decs.helm.chart.HelmVersion;
import decs.helm.render.Capabilities;
import decs.helm.render.ChartRenderer;
import decs.helm.render.KubeVersion;
import decs.helm.render.Lookup;
import decs.helm.render.ReleaseInfo;
import decs.helm.render.RenderOptions;
import decs.helm.render.RenderRequest;
import decs.helm.values.UserValues;
import decs.template.language.Host;
import decs.template.language.Limits;
import decs.template.source.DecsException;
import decs.template.yaml.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Many renders in one process: compiled templates are shared between them. Requests do not depend on one another and may
 * be answered from many threads at once.
 */
public final class Batch {
    private final Template template = new Template(new ChartRenderer());
    private final HelmVersion version;
    private final Host host;
    private final Limits limits;
    private final UnaryOperator<String> texts;

    /**
     * A batch.
     *
     * @param version whose behaviour counts where a request does not say
     * @param texts reads values files
     */
    public Batch(HelmVersion version, Host host, Limits limits, UnaryOperator<String> texts) {
        this.version = Objects.requireNonNull(version, "version");
        this.host = Objects.requireNonNull(host, "host");
        this.limits = Objects.requireNonNull(limits, "limits");
        this.texts = Objects.requireNonNull(texts, "texts");
    }

    /** The answer to one line of JSON, as one line of JSON; never throws for what the line holds. */
    public String answer(String line) {
        Object json;
        try {
            json = Json.read(line);
        } catch (DecsException broken) {
            return BatchAnswer.failed("", broken).toJson();
        }
        if (!(json instanceof Map<?, ?>)) {
            return BatchAnswer.failed("", new DecsException("a request must be a JSON object"))
                    .toJson();
        }
        return answer(BatchRequest.of(asObject(json))).toJson();
    }

    /** The answer to a request. */
    public BatchAnswer answer(BatchRequest request) {
        try {
            TemplateResult result = template.run(new TemplateRequest(
                    renderRequest(request),
                    request.includeCrds() ? TemplateOutput.all().withCrds() : TemplateOutput.all()));
            return new BatchAnswer(
                    request.id(), true, result.text(), result.rendered().notes(), "", List.of());
        } catch (DecsException failed) {
            return BatchAnswer.failed(request.id(), failed);
        }
    }

    private RenderRequest renderRequest(BatchRequest request) {
        HelmVersion helm = request.helmVersion().orElse(version);
        Map<String, Object> values = new UserValues(helm, texts).merge(request.values());
        Chart chart = new ChartLoader(helm, limits).load(Path.of(request.chart()));
        Capabilities capabilities = Capabilities.defaults(helm).plusApiVersions(request.apiVersions());
        if (!request.kubeVersion().isEmpty()) {
            capabilities = capabilities.withKubeVersion(KubeVersion.parse(request.kubeVersion(), helm));
        }
        return new RenderRequest(
                chart,
                values,
                ReleaseInfo.install(request.release(), request.namespace()),
                capabilities,
                helm,
                RenderOptions.defaults(),
                Lookup.NONE,
                host,
                limits);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asObject(Object json) {
        return (Map<String, Object>) json;
    }
}
