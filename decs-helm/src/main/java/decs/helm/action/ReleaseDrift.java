package decs.helm.action;

import decs.helm.kube.ObjectRef;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How far the live objects of a release are from what was released.
 *
 * @param objects those that differ, and those that could not be compared
 */
public record ReleaseDrift(String release, String namespace, int revision, List<ObjectDrift> objects) {
    public ReleaseDrift {
        Objects.requireNonNull(release, "release");
        Objects.requireNonNull(namespace, "namespace");
        objects = List.copyOf(objects);
    }

    /** Whether an object is gone or has other values than were released. */
    public boolean found() {
        return objects.stream().anyMatch(object -> object.problem().isEmpty());
    }

    /** Whether an object could not be compared. */
    public boolean incomplete() {
        return objects.stream().anyMatch(object -> object.problem().isPresent());
    }

    /**
     * An object that is not as it was released.
     *
     * @param missing whether it is gone
     * @param problem why the server could not say what the object should be
     */
    public record ObjectDrift(ObjectRef object, boolean missing, List<FieldDrift> fields, Optional<String> problem) {
        public ObjectDrift {
            Objects.requireNonNull(object, "object");
            fields = List.copyOf(fields);
            Objects.requireNonNull(problem, "problem");
        }
    }

    /**
     * A field with another value than was released.
     *
     * @param path {@code spec.template.spec.containers[name=main].image}
     * @param live empty when the field is gone
     * @param released empty when the field was added
     * @param by who wrote the live value, the last one first; empty when nobody says so
     */
    public record FieldDrift(String path, Optional<Object> live, Optional<Object> released, List<Writer> by) {
        public FieldDrift {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(live, "live");
            Objects.requireNonNull(released, "released");
            by = List.copyOf(by);
        }
    }

    /** Who wrote a field, and when, as the server noted it. */
    public record Writer(String manager, String subresource, String time) {
        public Writer {
            Objects.requireNonNull(manager, "manager");
            Objects.requireNonNull(subresource, "subresource");
            Objects.requireNonNull(time, "time");
        }
    }
}
