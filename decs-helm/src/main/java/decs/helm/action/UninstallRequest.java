package decs.helm.action;

import decs.helm.kube.DeleteOptions.Propagation;
import java.util.Objects;

/**
 * What to uninstall.
 *
 * @param cascade what becomes of the objects that the release's objects own
 */
public record UninstallRequest(String name, Propagation cascade, ReleaseOptions options) {
    public UninstallRequest {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(cascade, "cascade");
        Objects.requireNonNull(options, "options");
    }

    /** With Helm's defaults. */
    public static UninstallRequest of(String name) {
        return new UninstallRequest(name, Propagation.BACKGROUND, ReleaseOptions.defaults());
    }

    public UninstallRequest withOptions(ReleaseOptions options) {
        return new UninstallRequest(name, cascade, options);
    }
}
