package decs.helm.storage;

import decs.helm.kube.KubeObject;
import decs.helm.release.Release;
import java.util.Objects;

/**
 * A release as it was read or written, and the object that holds it.
 *
 * @param holder without its data; its resource version is what a later change is compared with
 */
public record StoredRelease(Release release, KubeObject holder) {
    public StoredRelease {
        Objects.requireNonNull(release, "release");
        Objects.requireNonNull(holder, "holder");
    }

    public int revision() {
        return release.revision();
    }
}
