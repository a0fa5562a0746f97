package decs.template.exec;

import decs.template.gofmt.GoFormat;
import decs.template.source.DecsException;
import decs.template.source.Position;
import decs.template.source.Problem;
import java.util.List;
import java.util.Optional;

/**
 * A run that failed, level by level: a template calls a function, which runs another template, and so on down to the
 * cause. The text is only made when it is asked for, because a deep recursion has thousands of levels.
 */
public final class ExecutionFailure extends DecsException {
    private static final long serialVersionUID = 1L;

    /** How all messages of used up budgets begin. */
    static final String STOPPED = "stopped: ";

    private final transient Level level;
    private final String text;
    private final ExecutionFailure inner;
    private final transient Position origin;
    private final String hint;

    private ExecutionFailure(Level level, String text, ExecutionFailure inner, Position origin, Throwable cause) {
        super(text, List.of(Problem.of(text)), cause);
        this.level = level;
        this.text = text;
        this.inner = inner;
        this.origin = origin;
        this.hint = null;
    }

    private ExecutionFailure(ExecutionFailure same, String hint) {
        super(same.text, List.of(Problem.of(same.text)), same.getCause());
        this.level = same.level;
        this.text = same.text;
        this.inner = same.inner;
        this.origin = same.origin;
        this.hint = hint;
    }

    /** The same with advice on what to do about it. */
    ExecutionFailure withHint(Optional<String> hint) {
        return hint.isEmpty() ? this : new ExecutionFailure(this, hint.get());
    }

    /** A failure at {@code level}. */
    static ExecutionFailure at(Level level, String message, Position origin, Throwable cause) {
        return new ExecutionFailure(level, message, null, origin, cause);
    }

    /** A failure outside of any node. */
    static ExecutionFailure of(String message) {
        return new ExecutionFailure(null, message, null, null, null);
    }

    /** A failure further in that {@code link} leads to, such as {@code error calling include}. */
    static ExecutionFailure through(Level level, String link, ExecutionFailure inner) {
        return new ExecutionFailure(level, link, inner, null, inner);
    }

    /** A failure in a text that was run, and where that text came from. */
    static ExecutionFailure inText(Level level, String link, ExecutionFailure inner, Position origin) {
        return new ExecutionFailure(level, link, inner, origin, inner);
    }

    /** Where it failed; null outside of any node. */
    public Level level() {
        return level;
    }

    /** What this level says: the message, or what leads to the level further in. */
    public String text() {
        return text;
    }

    /** The level further in; null at the innermost. */
    public ExecutionFailure inner() {
        return inner;
    }

    /** Whether a budget is used up, here and not further in. */
    boolean isStop() {
        return inner == null && text.startsWith(STOPPED);
    }

    /** Where the offending value was written, when that is known. */
    public Optional<Position> origin() {
        return Optional.ofNullable(origin);
    }

    /** What to do about it, when something can be said. */
    public Optional<String> hint() {
        return Optional.ofNullable(hint);
    }

    /** Levels are many, and each one's Java stack is of no use. */
    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized")
    public Throwable fillInStackTrace() {
        return this;
    }

    /** Go's text of the whole chain. */
    @Override
    public String getMessage() {
        StringBuilder out = new StringBuilder();
        for (ExecutionFailure at = this; at != null; at = at.inner) {
            if (at.level != null) {
                out.append("template: ").append(at.level.source().name());
                out.append(':').append(at.level.line()).append(':').append(at.level.column());
                out.append(": executing ").append(GoFormat.quote(at.level.executing()));
                out.append(" at <").append(at.level.nodeText()).append(">: ");
            }
            out.append(at.text);
            if (at.inner != null) {
                out.append(": ");
            }
        }
        return out.toString();
    }
}
