package decs.template.parse;

import decs.template.gofmt.GoFormat;
import decs.template.source.DecsException;
import decs.template.source.Position;
import decs.template.source.Problem;
import java.util.List;

/** A text that is no template; the message is Go's, {@code template: NAME:LINE: …}. */
public final class ParseException extends DecsException {
    private static final long serialVersionUID = 1L;

    private final String detail;

    ParseException(Position at, String detail) {
        this(Problem.at(at, detail), "template: " + at.source().name() + ":" + at.line() + ": " + detail);
    }

    private ParseException(Problem problem, String message) {
        super(message, List.of(problem), null);
        this.detail = problem.message();
    }

    ParseException withHint(String hint) {
        return new ParseException(problems().get(0).withHint(hint), getMessage());
    }

    /** A second definition of {@code name}, where the first one is not blank. */
    public static ParseException multipleDefinition(Position at, String name) {
        return new ParseException(at, "template: multiple definition of template " + GoFormat.quote(name));
    }

    /** The message without its place. */
    public String detail() {
        return detail;
    }
}
