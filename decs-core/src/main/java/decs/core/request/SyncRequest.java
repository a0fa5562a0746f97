package decs.core.request;

import java.util.Objects;

/**
 * Which releases to bring to what the spec says.
 *
 * @param changedOnly whether releases that do not differ are left alone ({@code apply})
 */
public record SyncRequest(Target target, RunOptions options, boolean changedOnly) {
    public SyncRequest {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(options, "options");
    }

    /** Every selected release. */
    public static SyncRequest of(Target target) {
        return new SyncRequest(target, RunOptions.defaults(), false);
    }

    /** Only those that differ. */
    public SyncRequest withChangedOnly() {
        return new SyncRequest(target, options, true);
    }
}
