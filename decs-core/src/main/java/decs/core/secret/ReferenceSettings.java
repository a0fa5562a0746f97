package decs.core.secret;

import decs.core.functions.Trust;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * Where references are resolved.
 *
 * @param base the folder that relative paths start from
 * @param environment this process's variables
 * @param trust what may be used
 * @param more providers beside the built-in ones, or instead of them, by scheme
 * @param modules are asked for schemes that nobody else knows
 */
public record ReferenceSettings(
        Path base,
        Map<String, String> environment,
        Trust trust,
        Map<String, ReferenceProvider> more,
        ReferenceModules modules) {
    public ReferenceSettings {
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(environment, "environment");
        more = Map.copyOf(more);
        Objects.requireNonNull(modules, "modules");
    }

    public static ReferenceSettings of(Path base, Map<String, String> environment) {
        return new ReferenceSettings(base, environment, Trust.FULL, Map.of(), ReferenceModules.NONE);
    }

    public ReferenceSettings with(Map<String, ReferenceProvider> more) {
        return new ReferenceSettings(base, environment, trust, more, modules);
    }

    public ReferenceSettings with(ReferenceModules modules) {
        return new ReferenceSettings(base, environment, trust, more, modules);
    }

    public ReferenceSettings withoutPrograms() {
        return new ReferenceSettings(base, environment, Trust.without("exec"), more, modules);
    }

    /** Whether a key that a document lacks is an error rather than null. */
    boolean missingKeyFails() {
        return "true".equals(environment.get("HELMFILE_VALS_FAIL_ON_MISSING_KEY_IN_MAP"));
    }
}
