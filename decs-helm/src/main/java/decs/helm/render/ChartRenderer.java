package decs.helm.render;

import decs.helm.chart.Chart;
import decs.helm.chart.ChartException;
import decs.helm.chart.HelmVersion;
import decs.helm.values.ChartDependencies;
import decs.helm.values.ChartSchemas;
import decs.helm.values.ChartValues;
import decs.template.TemplateException;
import decs.template.TemplateSet;
import decs.template.exec.TemplateCache;
import decs.template.language.Host;
import decs.template.language.MissingKey;
import decs.template.language.TemplateOptions;
import decs.template.semver.Constraint;
import decs.template.semver.Version;
import decs.template.source.Problem;
import decs.template.source.Source;
import decs.template.value.ValueMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Renders charts: dependencies, values, templates, documents. Safe to call from many threads; compiled templates and
 * schemas are kept and shared between renders.
 */
public final class ChartRenderer {
    private static final String NO_VALUE = "<no value>";

    private final TemplateCache templates = TemplateCache.create();
    private final ChartSchemas schemas = new ChartSchemas();

    public ChartRenderer() {}

    /**
     * The chart of {@code request}, rendered.
     *
     * @throws decs.template.source.DecsException with Helm's own text and, as problems, where and why
     */
    public RenderedChart render(RenderRequest request) {
        Set<String> warnings = new LinkedHashSet<>();
        Chart chart = dependencies(request, warnings);
        ValueMap values = ChartValues.coalesce(chart, request.values(), request.version(), warnings::add);
        if (!request.options().skipSchemaValidation()) {
            schemas.check(chart, values, request.options().remoteSchemas());
        }
        checkKubeVersion(chart, request);
        Map<String, String> texts = texts(chart, values, request);
        return Documents.sort(chart, values, texts, List.copyOf(warnings), request);
    }

    private static Chart dependencies(RenderRequest request, Set<String> warnings) {
        try {
            return new ChartDependencies(request.version(), warnings::add).process(request.chart(), request.values());
        } catch (ChartException failed) {
            throw request.version() == HelmVersion.V3
                    ? failed
                    : ChartException.within("chart dependencies processing failed: ", failed);
        }
    }

    private static void checkKubeVersion(Chart chart, RenderRequest request) {
        String wanted = chart.metadata().kubeVersion();
        if (wanted.isEmpty()) {
            return;
        }
        String have = request.capabilities().kubeVersion().normalized();
        boolean fits = Constraint.tryParse(wanted)
                .filter(constraint ->
                        Version.tryParse(have).filter(constraint::check).isPresent())
                .isPresent();
        if (!fits) {
            String message = "chart requires kubeVersion: " + wanted + " which is incompatible with Kubernetes " + have;
            Problem problem = Problem.of(message).withHint("--kube-version sets the version to render for");
            throw new RenderException(message, List.of(problem), null);
        }
    }

    /** What each file gives, by its path, in the order in which the files ran. */
    private Map<String, String> texts(Chart chart, ValueMap values, RenderRequest request) {
        Map<String, Object> shared = new LinkedHashMap<>();
        shared.put("Release", release(request.release()));
        shared.put("Capabilities", CapabilitiesObject.of(request.capabilities(), request.version()));
        List<TemplateScopes.File> files = TemplateScopes.of(chart, values, shared, request.version());
        try {
            TemplateSet set = compile(files, request);
            Map<String, String> texts = new LinkedHashMap<>();
            for (TemplateScopes.File file : files) {
                if (!file.isPartial()) {
                    texts.put(file.source().name(), text(set, file, request));
                }
            }
            return texts;
        } catch (TemplateException failed) {
            throw TemplateErrorText.of(failed, request.version());
        }
    }

    private TemplateSet compile(List<TemplateScopes.File> files, RenderRequest request) {
        List<Source> sources = new ArrayList<>(files.size());
        files.forEach(file -> sources.add(file.source()));
        TemplateOptions options = TemplateOptions.of(HelmFunctions.table(request.version()))
                .withMissingKey(request.options().strict() ? MissingKey.ERROR : MissingKey.ZERO);
        return TemplateSet.compile(sources, options, templates);
    }

    private static String text(TemplateSet set, TemplateScopes.File file, RenderRequest request) {
        ValueMap template = new ValueMap(2);
        template.put("Name", file.source().name());
        template.put("BasePath", file.folder());
        file.scope().put("Template", new NamedMap(template, request.version()));
        Host host = request.options().enableDns() ? request.host().withDns() : request.host();
        HelmFunctions.Attachment attachment =
                new HelmFunctions.Attachment(request.lookup(), request.options().lint());
        StringBuilder out = new StringBuilder();
        set.render(
                file.source().name(),
                new NamedMap(file.scope(), request.version()),
                host,
                attachment,
                request.limits(),
                out);
        String text = out.toString();
        return text.contains(NO_VALUE) ? text.replace(NO_VALUE, "") : text;
    }

    private static ValueMap release(ReleaseInfo release) {
        ValueMap map = new ValueMap(6);
        map.put("Name", release.name());
        map.put("Namespace", release.namespace());
        map.put("IsUpgrade", release.upgrade());
        map.put("IsInstall", !release.upgrade());
        map.put("Revision", release.revision());
        map.put("Service", "Helm");
        return map;
    }
}
