package decs.core.prepare;

import decs.core.load.TemplateData;
import decs.core.plan.ResolvedRelease;
import decs.core.spec.Fields;
import decs.helm.chart.Chart;
import decs.helm.chart.ChartFile;
import decs.helm.chart.Dependency;
import decs.helm.chart.HelmVersion;
import decs.helm.render.Capabilities;
import decs.helm.render.ChartRenderer;
import decs.helm.render.KubeVersion;
import decs.helm.render.ManifestText;
import decs.helm.render.ReleaseInfo;
import decs.helm.render.RenderRequest;
import decs.helm.render.RenderedChart;
import decs.template.source.Source;
import decs.template.value.Merge;
import decs.template.value.ValueMap;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Makes a chart of what is none, and changes charts as a release asks: folders of raw manifests, ad-hoc dependencies,
 * {@code forceNamespace}. What was rendered on the way is no template any more.
 */
final class ChartConversion {
    private static final String SOURCE = "# Source: ";

    private final ResolvedRelease release;
    private final ValueMap values;
    private final ChartRenderer renderer;
    private final HelmVersion version;

    ChartConversion(ResolvedRelease release, ValueMap values, ChartRenderer renderer, HelmVersion version) {
        this.release = release;
        this.values = values;
        this.renderer = renderer;
        this.version = version;
    }

    /** Whether the chart of {@code release} cannot be used as it is. */
    static boolean wanted(ResolvedRelease release, ChartPlace place) {
        return isRaw(place)
                || !release.fields().list("dependencies").isEmpty()
                || PatchedChart.wanted(release)
                || !release.fields().text("forceNamespace").isEmpty();
    }

    private static boolean isRaw(ChartPlace place) {
        return place.isFolder() && !Files.exists(place.path().resolve("Chart.yaml"));
    }

    /**
     * The converted chart.
     *
     * @param own brings the release's own chart, unless that is a folder that is none
     * @param fetch brings the chart that a text names, in some version
     * @param notices takes warnings
     */
    Chart convert(ChartPlace place, Supplier<Chart> own, ChartFetch fetch, Consumer<String> notices) {
        boolean raw = isRaw(place);
        Chart chart = raw ? new RawChart(release, place.path()).chart(values, notices) : own.get();
        Chart complete = withDependencies(chart, fetch);
        String namespace = namespace(place);
        boolean patched = PatchedChart.wanted(release);
        if (namespace.isEmpty() && !raw && !patched) {
            return complete;
        }
        Map<String, String> documents = rendered(complete, namespace);
        return flat(complete, patched ? patched(documents) : plain(documents));
    }

    /** The namespace to put where there is none; a kustomization has put the release's everywhere itself. */
    private String namespace(ChartPlace place) {
        String forced = release.fields().text("forceNamespace");
        boolean own = isRaw(place) && !RawChart.isKustomization(place.path());
        return forced.isEmpty() && own ? release.namespace() : forced;
    }

    private List<ChartFile> patched(Map<String, String> documents) {
        if (documents.isEmpty()) {
            return List.of();
        }
        List<Source> sources = new ArrayList<>();
        documents.forEach((path, text) -> sources.add(Source.of(path, text)));
        return new PatchedChart(release, data()).files(sources);
    }

    private static List<ChartFile> plain(Map<String, String> documents) {
        List<ChartFile> files = new ArrayList<>();
        documents.forEach((path, text) -> files.add(ChartFile.of(path, text)));
        return files;
    }

    /** The release's data with its values over those of the environment, for patches that are templates. */
    private TemplateData data() {
        return release.data(
                new ValueMap(Merge.deep(release.state().environment().merged(), values)));
    }

    /** Brings a chart by its text and version. */
    interface ChartFetch {
        Chart chart(String chart, String version);
    }

    private Chart withDependencies(Chart chart, ChartFetch fetch) {
        List<Fields> entries = release.fields().structs("dependencies");
        if (entries.isEmpty()) {
            return chart;
        }
        List<Dependency> dependencies = new ArrayList<>(chart.metadata().dependencies());
        List<Chart> subcharts = new ArrayList<>(chart.subcharts());
        for (Fields entry : entries) {
            String text = entry.text("chart");
            Chart added = fetch.chart(text, entry.text("version"));
            String name = text.substring(text.lastIndexOf('/') + 1);
            String alias = entry.text("alias");
            dependencies.add(new Dependency(
                    name,
                    entry.text("version").isEmpty() ? added.metadata().version() : entry.text("version"),
                    "",
                    (alias.isEmpty() ? name : alias) + ".enabled",
                    List.of(),
                    false,
                    List.of(),
                    alias));
            if (subcharts.stream().noneMatch(sub -> sub.name().equals(added.name()))) {
                subcharts.add(added);
            }
        }
        return chart.withMetadata(chart.metadata().withDependencies(dependencies))
                .withSubcharts(subcharts);
    }

    /** What {@code chart} renders to, by the file of the converted chart that it is for. */
    private Map<String, String> rendered(Chart chart, String fill) {
        String namespace = release.namespace().isEmpty() ? "default" : release.namespace();
        RenderedChart rendered =
                renderer.render(RenderRequest.of(chart, values, ReleaseInfo.install(release.name(), namespace), version)
                        .withCapabilities(capabilities()));
        Map<String, String> files = new LinkedHashMap<>();
        if (PatchedChart.wanted(release)) {
            rendered.crds()
                    .forEach(file -> files.merge(inChart(file.path()), file.text(), (a, b) -> a + "\n---\n" + b));
        }
        String text = ManifestText.ofManifests(rendered.manifests()) + ManifestText.ofHooks(rendered.hooks());
        for (String document : ("\n" + text).split("\n---\n")) {
            if (document.startsWith(SOURCE)) {
                String path = inChart(document.substring(SOURCE.length(), document.indexOf('\n')));
                String changed = NamespaceFill.fill(document.stripTrailing() + "\n", fill);
                String marked = fill.isEmpty() ? "---\n" + changed : changed;
                files.merge(path, marked, (a, b) -> fill.isEmpty() ? a + b : a + "---\n" + b);
            }
        }
        return files;
    }

    /** Where in the converted chart a file goes: what subcharts render to becomes templates of the chart itself. */
    private static String inChart(String path) {
        String inside = path.substring(path.indexOf('/') + 1);
        return inside.startsWith("templates/") || inside.startsWith("crds/") ? inside : "templates/" + inside;
    }

    private Capabilities capabilities() {
        Capabilities defaults = Capabilities.defaults(version);
        String wanted = release.fields().text("kubeVersion");
        return (wanted.isEmpty() ? defaults : defaults.withKubeVersion(KubeVersion.parse(wanted, version)))
                .plusApiVersions(release.fields().texts("apiVersions"));
    }

    /** A chart of just these files; what its templates are to give lies beside them, so that nothing in it is a template. */
    private static Chart flat(Chart chart, List<ChartFile> files) {
        boolean definitions = files.stream().anyMatch(file -> file.name().startsWith("crds/"));
        List<ChartFile> others = new ArrayList<>(chart.files());
        others.removeIf(file -> definitions && file.name().startsWith("crds/"));
        List<ChartFile> templates = new ArrayList<>();
        for (ChartFile file : files) {
            if (file.name().startsWith("templates/")) {
                templates.add(ChartFile.of(file.name(), "{{ .Files.Get \"files/" + file.name() + "\" }}"));
                others.add(ChartFile.of("files/" + file.name(), file.text()));
            } else {
                others.add(file);
            }
        }
        return new Chart(
                chart.metadata().withDependencies(List.of()),
                Optional.empty(),
                new ValueMap(),
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                templates,
                others,
                List.of());
    }
}
