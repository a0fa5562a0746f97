package decs.helm.storage;

import decs.helm.kube.ClusterException;
import decs.template.source.DecsException;
import decs.template.source.Problem;
import java.util.List;
import java.util.Optional;

/** A record that is not there, or cannot be kept; the message is Helm's. */
public final class StorageException extends DecsException {
    private static final long serialVersionUID = 1L;

    /** What was wrong. */
    public enum Reason {
        NOT_FOUND,
        EXISTS,
        /** Someone else changed the record since it was read. */
        CHANGED,
        TOO_LARGE,
        /** The cluster refused; the cause says why. */
        REFUSED
    }

    private final Reason reason;

    StorageException(Reason reason, Problem problem, Throwable cause) {
        super(problem.message(), List.of(problem), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** {@code release: not found}. */
    public static StorageException notFound() {
        return new StorageException(Reason.NOT_FOUND, Problem.of("release: not found"), null);
    }

    /** The same, explained by records that are there and cannot be read. */
    StorageException because(List<String> damaged) {
        if (damaged.isEmpty()) {
            return this;
        }
        String hint = "there are records that cannot be read: " + String.join(", ", damaged)
                + "; restore them, or delete them to begin anew";
        return new StorageException(reason, Problem.of(getMessage()).withHint(hint), getCause());
    }

    static StorageException exists(Throwable cause) {
        return new StorageException(Reason.EXISTS, Problem.of("release: already exists"), cause);
    }

    /** {@code "name" has no deployed releases}. */
    public static StorageException noDeployedReleases(String name) {
        return new StorageException(Reason.NOT_FOUND, Problem.of("\"" + name + "\" has no deployed releases"), null);
    }

    static StorageException changed(String key, Throwable cause) {
        return new StorageException(
                Reason.CHANGED,
                Problem.of("the record " + key + " was changed by someone else in the meantime")
                        .withHint("nothing was overwritten: look at the release's history and run the command again"),
                cause);
    }

    static StorageException refused(String prefix, RuntimeException cause) {
        Problem problem = Problem.of(prefix + cause.getMessage());
        return new StorageException(
                Reason.REFUSED, hint(cause).map(problem::withHint).orElse(problem), cause);
    }

    private static Optional<String> hint(RuntimeException cause) {
        if (!(cause instanceof ClusterException refusal)) {
            return Optional.empty();
        }
        if (refusal.reason() == ClusterException.Reason.FORBIDDEN) {
            return Optional.of(
                    "records of releases are Secrets (or ConfigMaps): the account needs get, list, create, update"
                            + " and delete on them in this namespace");
        }
        boolean nowhere = refusal.reason() == ClusterException.Reason.NOT_FOUND
                && refusal.getMessage().startsWith("namespaces ");
        return nowhere ? Optional.of("--create-namespace makes the namespace") : Optional.empty();
    }
}
