package decs.helm.chart;

import decs.template.source.DecsException;
import decs.template.source.Problem;
import java.util.List;

/** A chart that cannot be loaded, made or packed; the message is Helm's. */
public final class ChartException extends DecsException {
    private static final long serialVersionUID = 1L;

    public ChartException(String message) {
        super(message);
    }

    public ChartException(String message, List<Problem> problems, Throwable cause) {
        super(message, problems, cause);
    }

    /** Helm's text, and beside it what is really wrong. */
    public static ChartException because(String message, String reason) {
        return new ChartException(message, List.of(Problem.of(reason)), null);
    }

    /** The failure of something inside, with Helm's words in front; its problems stay. */
    public static ChartException within(String prefix, DecsException inside) {
        return new ChartException(prefix + inside.getMessage(), inside.problems(), inside);
    }
}
