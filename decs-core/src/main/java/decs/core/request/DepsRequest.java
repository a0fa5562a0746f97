package decs.core.request;

import java.util.Objects;

/**
 * Brings the dependencies of local charts up to date and writes the versions of remote charts into lock files.
 *
 * @param skipRepositories whether repositories are left as they are
 */
public record DepsRequest(Target target, RunOptions options, boolean skipRepositories) {
    public DepsRequest {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(options, "options");
    }

    public static DepsRequest of(Target target) {
        return new DepsRequest(target, RunOptions.defaults(), false);
    }
}
