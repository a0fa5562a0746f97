package decs.helm.action;

import decs.helm.release.Release;
import decs.template.source.DecsException;
import decs.template.source.Problem;
import java.util.List;
import java.util.Optional;

/** An action on a release that failed; the message is Helm's, without the verb's own {@code INSTALLATION FAILED:}. */
public final class ReleaseException extends DecsException {
    private static final long serialVersionUID = 1L;

    private final transient Optional<Release> release;

    ReleaseException(String message) {
        super(message);
        this.release = Optional.empty();
    }

    private ReleaseException(String message, List<Problem> problems, Throwable cause, Optional<Release> release) {
        super(message, problems, cause);
        this.release = release;
    }

    /** {@code cause} with {@code prefix} before its message; its problems stay. */
    static ReleaseException within(String prefix, DecsException cause) {
        return new ReleaseException(prefix + cause.getMessage(), cause.problems(), cause, Optional.empty());
    }

    static ReleaseException of(String message, List<Problem> problems) {
        return new ReleaseException(message, problems, null, Optional.empty());
    }

    /** The same, explained by {@code problems}. */
    ReleaseException with(List<Problem> problems) {
        return new ReleaseException(getMessage(), problems, getCause(), release);
    }

    /** The same about {@code release}, whose record says that it failed. */
    ReleaseException about(Release release) {
        return new ReleaseException(getMessage(), problems(), this, Optional.of(release));
    }

    /** The release as far as it came. */
    public Optional<Release> release() {
        return release;
    }

    /** One failure out of several, as Helm prints them. Mirrors: multierror's list form in Helm 3, errors.Join in Helm 4. */
    static ReleaseException all(List<DecsException> failures, boolean helm3) {
        StringBuilder text = new StringBuilder();
        if (helm3) {
            text.append(failures.size()).append(failures.size() == 1 ? " error occurred:" : " errors occurred:");
            failures.forEach(failure -> text.append("\n\t* ").append(failure.getMessage()));
            text.append("\n\n");
        } else {
            failures.forEach(
                    failure -> text.append(text.length() == 0 ? "" : "\n").append(failure.getMessage()));
        }
        List<Problem> problems = failures.stream()
                .flatMap(failure -> failure.problems().stream())
                .toList();
        return new ReleaseException(text.toString(), problems, failures.get(0), Optional.empty());
    }
}
