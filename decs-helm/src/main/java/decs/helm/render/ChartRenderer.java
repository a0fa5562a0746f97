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
import decs.template.language.MissingKey;
import decs.template.language.TemplateOptions;
import decs.template.parse.DeepStack;
import decs.template.semver.Constraint;
import decs.template.source.Problem;
import decs.template.source.Source;
import decs.template.value.ValueMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Renders charts: dependencies, values, templates, documents. Safe to call from many threads; compiled templates and
 * schemas are kept and shared between renders.
 */
public final class ChartRenderer {
    private final TemplateCache templates = TemplateCache.create();
    private final ChartSchemas schemas = new ChartSchemas();

    public ChartRenderer() {}

    /**
     * The chart of {@code request}, rendered.
     *
     * @throws decs.template.source.DecsException with Helm's own text and, as problems, where and why
     */
    public RenderedChart render(RenderRequest request) {
        try {
            return rendered(request);
        } catch (StackOverflowError deep) { // values may be nested as deeply as YAML
            return DeepStack.call(() -> rendered(request));
        }
    }

    private RenderedChart rendered(RenderRequest request) {
        Set<String> warnings = new LinkedHashSet<>();
        Chart chart = dependencies(request, warnings);
        ValueMap values = ChartValues.coalesce(chart, request.values(), request.version(), warnings::add);
        if (!request.options().skipSchemaValidation()) {
            schemas.check(chart, values, request.options().remoteSchemas());
        }
        checkKubeVersion(chart, request);
        List<TemplateScopes.File> files = files(chart, values, request);
        Map<String, String> texts = texts(files, request);
        Map<String, String> kept = new LinkedHashMap<>(texts);
        try {
            return Documents.sort(chart, values, texts, List.copyOf(warnings), request);
        } catch (RenderException broken) {
            throw located(broken, kept, files, request);
        }
    }

    /**
     * What each template of {@code request} gives, by its path, before anything is read out of it. For those who look at
     * charts that cannot be installed: library charts, and charts for another version of Kubernetes.
     */
    public Map<String, String> texts(RenderRequest request) {
        return texts(request, path -> true);
    }

    /** The same for the templates whose paths are {@code wanted}, and those that only lend definitions; no others. */
    public Map<String, String> texts(RenderRequest request, Predicate<String> wanted) {
        Set<String> warnings = new LinkedHashSet<>();
        Chart chart = dependencies(request, warnings);
        ValueMap values = ChartValues.coalesce(chart, request.values(), request.version(), warnings::add);
        if (!request.options().skipSchemaValidation()) {
            schemas.check(chart, values, request.options().remoteSchemas());
        }
        List<TemplateScopes.File> files = files(chart, values, request);
        files.removeIf(file -> !file.isPartial() && !wanted.test(file.source().name()));
        return texts(files, request);
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
        if (!Constraint.admits(wanted, have)) {
            String message = "chart requires kubeVersion: " + wanted + " which is incompatible with Kubernetes " + have;
            Problem problem = Problem.of(message).withHint("--kube-version sets the version to render for");
            throw new RenderException(message, List.of(problem), null);
        }
    }

    private static List<TemplateScopes.File> files(Chart chart, ValueMap values, RenderRequest request) {
        Map<String, Object> shared = new LinkedHashMap<>();
        shared.put("Release", release(request.release()));
        shared.put("Capabilities", CapabilitiesObject.of(request.capabilities(), request.version()));
        return TemplateScopes.of(chart, values, shared, request.version());
    }

    /** What each file gives, by its path, in the order in which the files ran. */
    private Map<String, String> texts(List<TemplateScopes.File> files, RenderRequest request) {
        try {
            TemplateSet set = compile(files, request, templates);
            Map<String, String> texts = new LinkedHashMap<>();
            StringBuilder out = new StringBuilder();
            for (TemplateScopes.File file : files) {
                if (!file.isPartial()) {
                    texts.put(file.source().name(), new FileRun(file, request).text(set, out));
                }
            }
            return texts;
        } catch (TemplateException failed) {
            throw TemplateErrorText.of(failed, request.version());
        }
    }

    private static TemplateSet compile(List<TemplateScopes.File> files, RenderRequest request, TemplateCache cache) {
        List<Source> sources = new ArrayList<>(files.size());
        files.forEach(file -> sources.add(file.source()));
        TemplateOptions options = TemplateOptions.of(HelmFunctions.table(request.version()))
                .withMissingKey(request.options().strict() ? MissingKey.ERROR : MissingKey.ZERO);
        return TemplateSet.compile(sources, options, cache);
    }

    private static RenderException located(
            RenderException broken, Map<String, String> texts, List<TemplateScopes.File> files, RenderRequest request) {
        for (TemplateScopes.File file : files) {
            if (file.source().name().equals(broken.path())) {
                TemplateSet set = compile(files, request, TemplateCache.tracing());
                return RenderedPlaces.located(broken, texts.get(broken.path()), new FileRun(file, request), set);
            }
        }
        return broken;
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
