package decs.helm.release;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of a revision: the {@code info} of its record.
 *
 * @param rollbackRevision the revision that a rollback copied, 0 for none
 * @param notes the rendered NOTES.txt
 * @param foreign what else the record says, kept when it is written again
 */
public record ReleaseState(
        Optional<OffsetDateTime> firstDeployed,
        Optional<OffsetDateTime> lastDeployed,
        Optional<OffsetDateTime> deleted,
        String description,
        ReleaseStatus status,
        int rollbackRevision,
        String notes,
        Map<String, Object> foreign) {
    public ReleaseState {
        Objects.requireNonNull(firstDeployed, "firstDeployed");
        Objects.requireNonNull(lastDeployed, "lastDeployed");
        Objects.requireNonNull(deleted, "deleted");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(notes, "notes");
        Objects.requireNonNull(foreign, "foreign");
    }

    /** An operation that begins: deployed first at {@code first}, last at {@code now}. */
    public static ReleaseState begun(
            OffsetDateTime first, OffsetDateTime now, ReleaseStatus status, String description) {
        return new ReleaseState(
                Optional.of(first), Optional.of(now), Optional.empty(), description, status, 0, "", Map.of());
    }

    public ReleaseState with(ReleaseStatus status, String description) {
        return new ReleaseState(
                firstDeployed, lastDeployed, deleted, description, status, rollbackRevision, notes, foreign);
    }

    public ReleaseState withStatus(ReleaseStatus status) {
        return with(status, description);
    }

    public ReleaseState withDeleted(OffsetDateTime deleted) {
        return new ReleaseState(
                firstDeployed,
                lastDeployed,
                Optional.of(deleted),
                description,
                status,
                rollbackRevision,
                notes,
                foreign);
    }

    public ReleaseState withNotes(String notes) {
        return new ReleaseState(
                firstDeployed, lastDeployed, deleted, description, status, rollbackRevision, notes, foreign);
    }

    public ReleaseState withRollbackRevision(int rollbackRevision) {
        return new ReleaseState(
                firstDeployed, lastDeployed, deleted, description, status, rollbackRevision, notes, foreign);
    }
}
