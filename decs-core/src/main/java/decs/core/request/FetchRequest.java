package decs.core.request;

import java.util.Objects;
import java.util.Optional;

/**
 * Downloads the releases' charts.
 *
 * @param folder where they go; none fetches them into the cache only
 * @param folderTemplate the folder of each release, as a template
 */
public record FetchRequest(
        Target target, RunOptions options, Optional<String> folder, Optional<String> folderTemplate) {
    public FetchRequest {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(folderTemplate, "folderTemplate");
    }

    public static FetchRequest of(Target target) {
        return new FetchRequest(target, RunOptions.defaults(), Optional.empty(), Optional.empty());
    }
}
