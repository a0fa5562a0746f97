package decs.template;

import decs.template.source.DecsException;
import decs.template.source.Problem;
import java.util.List;

/**
 * A template that does not parse or fails when run. {@link #getMessage()} is Go's own text; {@link #levels()} is the
 * chain as data, outermost first, so that Helm 3's one line, Helm 4's lines and decs's own form are printed from it.
 */
public final class TemplateException extends DecsException {
    private static final long serialVersionUID = 1L;

    private final transient List<Level> levels;
    private final String cause;

    /**
     * One level of Go's {@code ExecError} chain.
     *
     * @param template the name in front of the line
     * @param line counted from 1
     * @param column counted from 0, in bytes; -1 where Go prints none
     * @param executing the template being executed
     * @param node the failing node's text, without the angle brackets
     * @param link what the level says before the next one, such as {@code error calling include}; empty at the innermost
     */
    public record Level(String template, int line, int column, String executing, String node, String link) {}

    public TemplateException(
            String goText, List<Level> levels, String cause, List<Problem> problems, Throwable source) {
        super(goText, problems, source);
        this.levels = List.copyOf(levels);
        this.cause = cause;
    }

    /** The chain, outermost first; empty for parse errors. */
    public List<Level> levels() {
        return levels;
    }

    /** The innermost message alone. */
    public String causeText() {
        return cause;
    }
}
