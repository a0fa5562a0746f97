package decs.core.request;

import decs.helm.action.Switch;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How releases are changed, where a release and helmDefaults do not say it themselves; numbers of 0 and empty texts are
 * not given.
 *
 * @param reuseValues whether values of the last revision are kept; empty leaves it to the release
 * @param timeout seconds
 * @param conduct how a change behaves towards other runs, and when it gives up
 */
public record Deployment(
        boolean waiting,
        boolean waitForJobs,
        int timeout,
        Optional<Boolean> reuseValues,
        boolean skipSchemaValidation,
        boolean skipCrds,
        boolean hideNotes,
        boolean takeOwnership,
        boolean syncReleaseLabels,
        String serverSide,
        String description,
        String cascade,
        PostRendering postRendering,
        Set<Switch> conduct) {
    public Deployment {
        Objects.requireNonNull(reuseValues, "reuseValues");
        Objects.requireNonNull(serverSide, "serverSide");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(cascade, "cascade");
        Objects.requireNonNull(postRendering, "postRendering");
        conduct = Set.copyOf(conduct);
    }

    public static Deployment defaults() {
        return new Deployment(
                false,
                false,
                0,
                Optional.empty(),
                false,
                false,
                false,
                false,
                false,
                "",
                "",
                "",
                PostRendering.none(),
                Set.of());
    }
}
