package decs.core.plan;

import java.util.List;

/** Releases that may run at the same time: all that they need lies in earlier waves. */
public record Wave(List<ResolvedRelease> releases) {
    public Wave {
        releases = List.copyOf(releases);
    }
}
