package decs.helm.render;

import decs.helm.chart.Chart;
import decs.helm.chart.ChartFile;
import decs.helm.chart.HelmVersion;
import decs.template.gofmt.GoString;
import decs.template.source.DecsException;
import decs.template.source.Source;
import decs.template.value.ValueMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns the texts of a chart's templates into documents in install order, hooks, notes.
 *
 * <p>Mirrors: releaseutil.SortManifests, action.Configuration.renderResources
 */
final class Documents {
    private static final String NOTES = "NOTES.txt";

    private final HelmVersion version;
    private final HeadReader heads;
    private final KindOrder order;
    private final List<Manifest> manifests = new ArrayList<>();
    private final List<RenderedHook> hooks = new ArrayList<>();
    private final List<String> warnings;

    private Documents(HelmVersion version, List<String> warnings) {
        this.version = version;
        this.heads = new HeadReader(version);
        this.order = KindOrder.install(version);
        this.warnings = new ArrayList<>(warnings);
    }

    static RenderedChart sort(
            Chart chart, ValueMap values, Map<String, String> texts, List<String> warnings, RenderRequest request) {
        Documents documents = new Documents(request.version(), warnings);
        String notes = notes(chart, texts, request);
        Map<String, String> byPath = new TreeMap<>(GoString::compareBytes);
        byPath.putAll(texts);
        byPath.forEach(documents::file);
        documents.manifests.sort(
                Comparator.comparing(manifest -> manifest.head().kind(), documents.order));
        documents.hooks.sort(Comparator.comparing(RenderedHook::kind, documents.order));
        return new RenderedChart(
                chart, values, documents.manifests, documents.hooks, notes, crds(chart, ""), documents.warnings);
    }

    /** In Go the order of several notes is that of a map, which is none; here it is always the same. */
    private static String notes(Chart chart, Map<String, String> texts, RenderRequest request) {
        boolean ofSubcharts = request.options().subchartNotes();
        String own = chart.name() + "/templates/" + NOTES;
        List<String> notes = new ArrayList<>();
        TreeMap<String, String> sorted = new TreeMap<>(texts);
        for (Map.Entry<String, String> entry :
                (request.version() == HelmVersion.V3 ? sorted.descendingMap() : sorted).entrySet()) {
            boolean wanted = ofSubcharts || entry.getKey().equals(own);
            if (wanted && entry.getKey().endsWith(NOTES)) {
                notes.add(entry.getValue());
            }
        }
        texts.keySet().removeIf(path -> path.endsWith(NOTES));
        return String.join("\n", notes);
    }

    private void file(String path, String text) {
        if (GoSpace.isBlank(text)) {
            return;
        }
        for (DocumentSplitter.Document document : DocumentSplitter.split(text, version)) {
            document(path, document);
        }
    }

    private void document(String path, DocumentSplitter.Document document) {
        ManifestHead head;
        try {
            head = heads.read(Source.of(path, document.text()));
        } catch (DecsException bad) {
            throw RenderException.document(path, document.start(), bad);
        }
        if (!HookReader.isHook(head)) {
            manifests.add(new Manifest(path, document.text(), head));
            return;
        }
        HookReader.read(path, document.text(), head)
                .ifPresentOrElse(
                        hooks::add,
                        () -> warnings.add("info: skipping unknown hooks: "
                                + head.annotations().get("helm.sh/hook")));
    }

    private static List<CrdFile> crds(Chart chart, String above) {
        String path = above + chart.name();
        List<CrdFile> crds = new ArrayList<>();
        for (ChartFile file : chart.files()) {
            if (isCrd(file.name())) {
                crds.add(new CrdFile(path + "/" + file.name(), file.text()));
            }
        }
        for (Chart subchart : chart.subcharts()) {
            crds.addAll(crds(subchart, path + "/charts/"));
        }
        return crds;
    }

    private static boolean isCrd(String name) {
        return name.startsWith("crds/") && (name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json"));
    }
}
