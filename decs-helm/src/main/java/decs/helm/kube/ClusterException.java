package decs.helm.kube;

import decs.template.source.DecsException;
import decs.template.source.Problem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A cluster refused, or could not be reached. {@link #getMessage()} is exactly what the API server (or, on the way to
 * it, the real tool) says, because Helm prints it; hints are in {@link #problems()}.
 */
public final class ClusterException extends DecsException {
    private static final long serialVersionUID = 1L;

    /** What went wrong, in the server's classes and a few of the way there. */
    public enum Reason {
        NOT_FOUND("NotFound"),
        ALREADY_EXISTS("AlreadyExists"),
        CONFLICT("Conflict"),
        GONE("Gone"),
        EXPIRED("Expired"),
        INVALID("Invalid"),
        BAD_REQUEST("BadRequest"),
        UNAUTHORIZED("Unauthorized"),
        FORBIDDEN("Forbidden"),
        METHOD_NOT_ALLOWED("MethodNotAllowed"),
        NOT_ACCEPTABLE("NotAcceptable"),
        UNSUPPORTED_MEDIA_TYPE("UnsupportedMediaType"),
        TOO_LARGE("RequestEntityTooLarge"),
        TOO_MANY_REQUESTS("TooManyRequests"),
        SERVER_TIMEOUT("ServerTimeout"),
        TIMEOUT("Timeout"),
        INTERNAL_ERROR("InternalError"),
        SERVICE_UNAVAILABLE("ServiceUnavailable"),
        /** The kind is not served. */
        NO_MATCH(""),
        /** No answer: refused, reset, name unknown, TLS, … */
        UNREACHABLE(""),
        /** The kubeconfig is missing or wrong. */
        BAD_ACCESS(""),
        UNKNOWN("");

        private final String word;

        Reason(String word) {
            this.word = word;
        }

        /** The server's word for it, as in {@code Status.reason}; empty where the server has none. */
        public String word() {
            return word;
        }

        /** The reason that the server calls {@code word}, or else the usual one of an HTTP status code. */
        public static Reason of(String word, int code) {
            for (Reason reason : values()) {
                if (!reason.word.isEmpty() && reason.word.equals(word)) {
                    return reason;
                }
            }
            return switch (code) {
                case 400 -> BAD_REQUEST;
                case 401 -> UNAUTHORIZED;
                case 403 -> FORBIDDEN;
                case 404 -> NOT_FOUND;
                case 405 -> METHOD_NOT_ALLOWED;
                case 406 -> NOT_ACCEPTABLE;
                case 409 -> CONFLICT;
                case 410 -> GONE;
                case 413 -> TOO_LARGE;
                case 415 -> UNSUPPORTED_MEDIA_TYPE;
                case 422 -> INVALID;
                case 429 -> TOO_MANY_REQUESTS;
                case 500 -> INTERNAL_ERROR;
                case 503 -> SERVICE_UNAVAILABLE;
                case 504 -> TIMEOUT;
                default -> UNKNOWN;
            };
        }
    }

    /** One of several causes that the server lists: {@code FieldValueInvalid}, its text, and the field. */
    public record Cause(String reason, String message, String field) {
        public Cause {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(message, "message");
            Objects.requireNonNull(field, "field");
        }
    }

    /**
     * All that is known of the failure.
     *
     * @param code the HTTP status code; 0 when there was no answer
     * @param retryAfter seconds after which the server wants to be asked again
     * @param hint what to do about it
     */
    public record Details(
            Reason reason,
            int code,
            String message,
            Optional<ObjectRef> object,
            List<Cause> causes,
            OptionalInt retryAfter,
            Optional<String> hint) {
        public Details {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(message, "message");
            Objects.requireNonNull(object, "object");
            causes = List.copyOf(causes);
            Objects.requireNonNull(retryAfter, "retryAfter");
            Objects.requireNonNull(hint, "hint");
        }

        public Details withHint(String hint) {
            return new Details(reason, code, message, object, causes, retryAfter, Optional.of(hint));
        }

        public Details withCauses(List<Cause> causes) {
            return new Details(reason, code, message, object, causes, retryAfter, hint);
        }
    }

    private final transient Details details;

    public ClusterException(Details details, Throwable cause) {
        super(details.message(), List.of(problem(details)), cause);
        this.details = details;
    }

    public ClusterException(Reason reason, int code, String message) {
        this(
                new Details(reason, code, message, Optional.empty(), List.of(), OptionalInt.empty(), Optional.empty()),
                null);
    }

    /** The server serves no such kind, in the real tool's words. */
    public static ClusterException noMatch(String apiVersion, String kind) {
        return new ClusterException(
                Reason.NO_MATCH, 0, "no matches for kind \"" + kind + "\" in version \"" + apiVersion + "\"");
    }

    public Reason reason() {
        return details.reason();
    }

    public int code() {
        return details.code();
    }

    public List<Cause> causes() {
        return details.causes();
    }

    public Details details() {
        return details;
    }

    private static Problem problem(Details details) {
        Problem problem = Problem.of(details.message());
        return details.hint().map(problem::withHint).orElse(problem);
    }
}
