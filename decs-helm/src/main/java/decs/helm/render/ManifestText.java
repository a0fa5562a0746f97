package decs.helm.render;

import decs.helm.chart.HelmVersion;
import java.util.List;

/** Documents as text: what {@code helm template} prints and a release record holds. */
public final class ManifestText {
    private ManifestText() {}

    /** {@code ---}, {@code # Source:} and text of each manifest, as a release record keeps them. */
    public static String ofManifests(List<Manifest> manifests) {
        StringBuilder out = new StringBuilder();
        manifests.forEach(manifest -> append(out, manifest.path(), manifest.text()));
        return out.toString();
    }

    /** The files below {@code crds/} in the same form. */
    public static String ofCrds(List<CrdFile> crds) {
        StringBuilder out = new StringBuilder();
        crds.forEach(crd -> append(out, crd.path(), crd.text()));
        return out.toString();
    }

    /** Hooks in the same form. */
    public static String ofHooks(List<RenderedHook> hooks) {
        StringBuilder out = new StringBuilder();
        hooks.forEach(hook -> append(out, hook.path(), hook.text()));
        return out.toString();
    }

    /** The manifests of a record as {@code helm template} prints them: trimmed, one newline at the end. */
    public static String printed(String manifests) {
        return GoSpace.trim(manifests) + "\n";
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
