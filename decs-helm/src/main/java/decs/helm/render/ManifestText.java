package decs.helm.render;

import decs.helm.chart.HelmVersion;
import java.util.ArrayList;
import java.util.List;

/** Documents as text: what {@code helm template} prints and a release record holds. */
public final class ManifestText {
    /** Pieces of text that make up one document. */
    private static final int PIECES = 5;

    private ManifestText() {}

    /** {@code ---}, {@code # Source:} and text of each manifest, as a release record keeps them. */
    public static String ofManifests(List<Manifest> manifests) {
        return ofAll(List.of(), manifests);
    }

    /** The same with the files below {@code crds/} in front. */
    public static String ofAll(List<CrdFile> crds, List<Manifest> manifests) {
        List<String> pieces = new ArrayList<>(PIECES * (crds.size() + manifests.size()));
        crds.forEach(crd -> add(pieces, crd.path(), crd.text()));
        manifests.forEach(manifest -> add(pieces, manifest.path(), manifest.text()));
        return String.join("", pieces);
    }

    /** Hooks in the same form. */
    public static String ofHooks(List<RenderedHook> hooks) {
        List<String> pieces = new ArrayList<>(PIECES * hooks.size());
        hooks.forEach(hook -> add(pieces, hook.path(), hook.text()));
        return String.join("", pieces);
    }

    /** The manifests of a record as {@code helm template} prints them, trimmed, with hooks behind them. */
    public static String printed(String manifests, List<RenderedHook> hooks) {
        int from = GoSpace.start(manifests, 0, manifests.length());
        int end = GoSpace.end(manifests, from, manifests.length());
        String text = manifests.startsWith("\n", end)
                ? manifests.substring(from, end + 1)
                : manifests.substring(from, end).concat("\n");
        return hooks.isEmpty() ? text : text.concat(ofHooks(hooks));
    }

    /** The documents of a text, cut as Helm cuts them. */
    public static List<String> split(String text, HelmVersion version) {
        return DocumentSplitter.split(text, version).stream()
                .map(DocumentSplitter.Document::text)
                .toList();
    }

    private static void add(List<String> pieces, String path, String text) {
        pieces.add("---\n# Source: ");
        pieces.add(path);
        pieces.add("\n");
        pieces.add(text);
        pieces.add("\n");
    }
}
