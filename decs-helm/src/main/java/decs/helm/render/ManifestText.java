package decs.helm.render;

import java.util.List;

/** Documents as text: what {@code helm template} prints and a release record holds. */
public final class ManifestText {
    private ManifestText() {}

    /** {@code ---}, {@code # Source:} and text of each manifest, as a release record keeps them. */
    public static String ofManifests(List<Manifest> manifests) {
        throw new UnsupportedOperationException("being written");
    }
}
