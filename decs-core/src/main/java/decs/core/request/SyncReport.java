package decs.core.request;

import java.util.List;
import java.util.stream.Stream;

/** What became of every release of a run that changes things. */
public record SyncReport(List<FileReport> files) {
    public SyncReport {
        files = List.copyOf(files);
    }

    public List<ReleaseOutcome> outcomes() {
        return files.stream().flatMap(file -> file.outcomes().stream()).toList();
    }

    /** The outcomes of one kind. */
    public <T extends ReleaseOutcome> List<T> all(Class<T> kind) {
        return outcomes().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public boolean succeeded() {
        return all(ReleaseOutcome.Failed.class).isEmpty();
    }

    /** Whether anything was written. */
    public boolean changed() {
        return Stream.of(ReleaseOutcome.Installed.class, ReleaseOutcome.Upgraded.class, ReleaseOutcome.Removed.class)
                .anyMatch(kind -> outcomes().stream().anyMatch(kind::isInstance));
    }
}
