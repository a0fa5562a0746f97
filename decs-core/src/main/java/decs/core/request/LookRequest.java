package decs.core.request;

import java.util.Objects;

/**
 * A look at a spec.
 *
 * @param command the word that hooks see
 * @param releaseHooks whether prepare hooks of releases run, besides the file's own
 */
public record LookRequest(String command, boolean releaseHooks) {
    public LookRequest {
        Objects.requireNonNull(command, "command");
    }
}
