package decs.core.plan;

import java.util.List;

/**
 * Releases that may run at the same time: all that they need lies in earlier waves.
 *
 * @param warnings of needs that are not installed
 */
public record Wave(List<ResolvedRelease> releases, List<String> warnings) {
    public Wave {
        releases = List.copyOf(releases);
        warnings = List.copyOf(warnings);
    }
}
