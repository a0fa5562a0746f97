package decs.testing.suite;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One suite of a file.
 *
 * @param snapshotId what the snapshot file's name has at its end, empty for nothing
 * @param templates those that its tests render and look at where they name none; empty means all
 * @param excluded those that are never rendered
 * @param crds whether the files below {@code crds/} can be looked at, too
 */
public record Suite(
        String name,
        String snapshotId,
        Settings settings,
        List<String> templates,
        List<String> excluded,
        boolean crds,
        Optional<Skip> skip,
        List<TestCase> cases) {
    public Suite {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(settings, "settings");
        templates = List.copyOf(templates);
        excluded = List.copyOf(excluded);
        cases = List.copyOf(cases);
    }

    public Suite withSnapshotId(String id) {
        return new Suite(name, id, settings, templates, excluded, crds, skip, cases);
    }

    /** Why tests are passed over: a reason, or a version of helm-unittest that they need; either may be empty. */
    public record Skip(String reason, String minimumVersion) {
        public Skip {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(minimumVersion, "minimumVersion");
        }
    }
}
