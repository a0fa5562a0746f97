package decs.core.secret;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * Where references are resolved.
 *
 * @param base the folder that relative paths start from
 * @param environment this process's variables
 * @param programs whether {@code ref+exec} may run programs
 * @param more providers beside the built-in ones, or instead of them, by scheme
 */
public record ReferenceSettings(
        Path base, Map<String, String> environment, boolean programs, Map<String, ReferenceProvider> more) {
    public ReferenceSettings {
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(environment, "environment");
        more = Map.copyOf(more);
    }

    public static ReferenceSettings of(Path base, Map<String, String> environment) {
        return new ReferenceSettings(base, environment, true, Map.of());
    }

    public ReferenceSettings with(Map<String, ReferenceProvider> more) {
        return new ReferenceSettings(base, environment, programs, more);
    }

    public ReferenceSettings withoutPrograms() {
        return new ReferenceSettings(base, environment, false, more);
    }

    /** Whether a key that a document lacks is an error rather than null. */
    boolean missingKeyFails() {
        return "true".equals(environment.get("HELMFILE_VALS_FAIL_ON_MISSING_KEY_IN_MAP"));
    }
}
