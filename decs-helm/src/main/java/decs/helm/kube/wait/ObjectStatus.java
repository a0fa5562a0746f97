package decs.helm.kube.wait;

import java.util.Objects;

/**
 * How far a live object is from what was asked for.
 *
 * @param message what is missing, in the words of the rules that were applied
 */
public record ObjectStatus(State state, String message) {
    /** Where an object stands. */
    public enum State {
        CURRENT("Current"),
        IN_PROGRESS("InProgress"),
        FAILED("Failed"),
        TERMINATING("Terminating"),
        NOT_FOUND("NotFound"),
        UNKNOWN("Unknown");

        private final String text;

        State(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    public ObjectStatus {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(message, "message");
    }

    public boolean isCurrent() {
        return state == State.CURRENT;
    }

    public boolean hasFailed() {
        return state == State.FAILED;
    }

    static ObjectStatus current(String message) {
        return new ObjectStatus(State.CURRENT, message);
    }

    static ObjectStatus inProgress(String message) {
        return new ObjectStatus(State.IN_PROGRESS, message);
    }

    static ObjectStatus failed(String message) {
        return new ObjectStatus(State.FAILED, message);
    }

    @Override
    public String toString() {
        return state.text() + ": " + message;
    }
}
