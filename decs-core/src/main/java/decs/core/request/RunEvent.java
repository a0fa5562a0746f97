package decs.core.request;

import decs.core.diff.ManifestDiff;
import decs.core.diff.ObjectKey;
import java.util.List;

/** Something that happens while a run goes on, told to a {@link RunListener} as it happens. */
public sealed interface RunEvent {
    /** How much a line of log matters. */
    enum Level {
        DEBUG,
        INFO,
        WARN,
        ERROR
    }

    /** What is being done to a release. */
    enum Step {
        DEPENDENCIES,
        FETCH,
        TEMPLATE,
        VALUES,
        LINT,
        COMPARE,
        UPGRADE,
        LOOK_UP,
        DELETE,
        STATUS,
        TEST,
        UNIT_TEST
    }

    /** A line for people. */
    record Line(Level level, String text) implements RunEvent {}

    /** A warning that was told before, where helmfile tells it again. */
    record Again(String warning) implements RunEvent {}

    /** A repository is known from now on. */
    record RepositoryAdded(String name, String url, boolean oci) implements RunEvent {}

    /** A step of a release begins. */
    record Started(ReleaseRef release, Step step) implements RunEvent {}

    /** What helm would have printed for a step; empty when it would have printed nothing. */
    record Printed(ReleaseRef release, Step step, String text) implements RunEvent {}

    /** A file is being written for a release. */
    record Written(ReleaseRef release, Step step, String path) implements RunEvent {}

    /** A release was compared; {@code text} is the comparison in the form that was asked for. */
    record Compared(ReleaseRef release, ManifestDiff diff, String text) implements RunEvent {}

    /** What a run is about to change in one state file, or, after a comparison, would change. */
    record Affected(List<DiffReport.Entry> entries, boolean announced) implements RunEvent {
        public Affected {
            entries = List.copyOf(entries);
        }
    }

    /** Several releases of one run define the same object, which only one of them can own. */
    record Shared(ObjectKey object, List<ReleaseRef> releases) implements RunEvent {
        public Shared {
            releases = List.copyOf(releases);
        }
    }

    /** A hook of the spec with {@code showlogs} ran. */
    record HookOutput(String event, List<String> lines) implements RunEvent {
        public HookOutput {
            lines = List.copyOf(lines);
        }
    }

    /** A release is done with. */
    record Done(ReleaseOutcome outcome) implements RunEvent {}

    /** All releases of one state file are done with. */
    record FileDone(FileReport report) implements RunEvent {}
}
