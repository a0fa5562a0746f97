package decs.core.diff;

import java.util.Objects;
import java.util.Set;

/**
 * How a manifest is read.
 *
 * @param namespace the release's namespace, for objects that name none
 * @param normalized whether each object is written anew with sorted keys and without comments, so that order and
 *     indentation say nothing
 * @param skippedHooks hook annotations, taken whole, whose objects are left out
 */
public record ManifestReading(String namespace, boolean normalized, Set<String> skippedHooks) {
    /** The hooks that only {@code helm test} runs. */
    public static final Set<String> TESTS = Set.of("test", "test-success");

    public ManifestReading {
        Objects.requireNonNull(namespace, "namespace");
        skippedHooks = Set.copyOf(skippedHooks);
    }

    /** As helm-diff reads: text as it stands, without test hooks. */
    public static ManifestReading of(String namespace) {
        return new ManifestReading(namespace, false, TESTS);
    }

    public ManifestReading withNormalized(boolean normalized) {
        return new ManifestReading(namespace, normalized, skippedHooks);
    }

    public ManifestReading withSkippedHooks(Set<String> skippedHooks) {
        return new ManifestReading(namespace, normalized, skippedHooks);
    }
}
