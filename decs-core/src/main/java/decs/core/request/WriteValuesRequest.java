package decs.core.request;

import java.util.Objects;
import java.util.Optional;

/**
 * Writes the merged values of each release into a file of its own.
 *
 * @param fileTemplate where each file goes, as a template; by default a folder for each state file
 * @param showSecrets whether values out of encrypted files and references are written as they are
 */
public record WriteValuesRequest(
        Target target, RunOptions options, Optional<String> fileTemplate, boolean showSecrets) {
    public WriteValuesRequest {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(fileTemplate, "fileTemplate");
    }

    public static WriteValuesRequest of(Target target) {
        return new WriteValuesRequest(target, RunOptions.defaults(), Optional.empty(), false);
    }
}
