package decs.template.parse;

import decs.template.source.DecsException;
import decs.template.source.Position;
import decs.template.source.Problem;
import java.util.List;

/** A text that is no template; the message is Go's, {@code template: NAME:LINE: …}. */
public final class ParseException extends DecsException {
    private static final long serialVersionUID = 1L;

    private final String detail;

    ParseException(Position at, String detail) {
        super(
                "template: " + at.source().name() + ":" + at.line() + ": " + detail,
                List.of(Problem.at(at, detail)),
                null);
        this.detail = detail;
    }

    /** The message without its place. */
    public String detail() {
        return detail;
    }
}
