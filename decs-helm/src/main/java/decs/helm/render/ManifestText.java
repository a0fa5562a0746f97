package decs.helm.render;

import decs.helm.chart.HelmVersion;
import java.util.List;

/** Documents as text: what {@code helm template} prints and a release record holds. */
public final class ManifestText {
    private ManifestText() {}

    /** What stands around each document: its marks and line ends. */
    private static final int AROUND = "---\n# Source: \n\n".length();

    /** {@code ---}, {@code # Source:} and text of each manifest, as a release record keeps them. */
    public static String ofManifests(List<Manifest> manifests) {
        return ofAll(List.of(), manifests);
    }

    /** The same with the files below {@code crds/} in front. */
    public static String ofAll(List<CrdFile> crds, List<Manifest> manifests) {
        int length = 0;
        for (CrdFile crd : crds) {
            length += AROUND + crd.path().length() + crd.text().length();
        }
        for (Manifest manifest : manifests) {
            length += AROUND + manifest.path().length() + manifest.text().length();
        }
        StringBuilder out = new StringBuilder(length);
        crds.forEach(crd -> append(out, crd.path(), crd.text()));
        manifests.forEach(manifest -> append(out, manifest.path(), manifest.text()));
        return out.toString();
    }

    /** Hooks in the same form. */
    public static String ofHooks(List<RenderedHook> hooks) {
        StringBuilder out = new StringBuilder(length(hooks));
        hooks.forEach(hook -> append(out, hook.path(), hook.text()));
        return out.toString();
    }

    /** The manifests of a record as {@code helm template} prints them, trimmed, with hooks behind them. */
    public static String printed(String manifests, List<RenderedHook> hooks) {
        int from = GoSpace.start(manifests, 0, manifests.length());
        int end = GoSpace.end(manifests, from, manifests.length());
        StringBuilder out = new StringBuilder(end - from + 1 + length(hooks));
        out.append(manifests, from, end).append('\n');
        hooks.forEach(hook -> append(out, hook.path(), hook.text()));
        return out.toString();
    }

    private static int length(List<RenderedHook> hooks) {
        int length = 0;
        for (RenderedHook hook : hooks) {
            length += AROUND + hook.path().length() + hook.text().length();
        }
        return length;
    }

    /** The documents of a text, cut as Helm cuts them. */
    public static List<String> split(String text, HelmVersion version) {
        return DocumentSplitter.split(text, version).stream()
                .map(DocumentSplitter.Document::text)
                .toList();
    }

    private static void append(StringBuilder out, String path, String text) {
        out.append("---\n# Source: ").append(path).append('\n').append(text).append('\n');
    }
}
