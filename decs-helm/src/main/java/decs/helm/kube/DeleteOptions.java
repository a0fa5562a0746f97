package decs.helm.kube;

import java.util.Objects;
import java.util.Optional;

/** How to delete: what becomes of dependents, and which very object must be there. */
public record DeleteOptions(
        Propagation propagation, Optional<String> uid, Optional<String> resourceVersion, boolean dryRun) {
    /** What becomes of objects owned by the deleted one. */
    public enum Propagation {
        BACKGROUND,
        FOREGROUND,
        ORPHAN
    }

    public DeleteOptions {
        Objects.requireNonNull(propagation, "propagation");
        Objects.requireNonNull(uid, "uid");
        Objects.requireNonNull(resourceVersion, "resourceVersion");
    }

    public static DeleteOptions of(Propagation propagation) {
        return new DeleteOptions(propagation, Optional.empty(), Optional.empty(), false);
    }

    /** Dependents go later, by themselves: what Helm does. */
    public static DeleteOptions background() {
        return of(Propagation.BACKGROUND);
    }

    /** Only if the live object is this very one, unchanged. */
    public DeleteOptions onlyIf(KubeObject seen) {
        return new DeleteOptions(propagation, seen.uid(), seen.resourceVersion(), dryRun);
    }

    public DeleteOptions withDryRun() {
        return new DeleteOptions(propagation, uid, resourceVersion, true);
    }
}
