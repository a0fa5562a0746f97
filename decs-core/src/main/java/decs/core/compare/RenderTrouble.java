package decs.core.compare;

import decs.helm.chart.ChartException;
import decs.template.source.DecsException;

/** What goes wrong in a rendering, in the words of {@code helm template}: it says one thing more from the templates on. */
public final class RenderTrouble {
    private static final String MORE = "\n\nUse --debug flag to render out invalid YAML";

    private RenderTrouble() {}

    /** What {@link #told} was made of. */
    public static DecsException reason(DecsException failed) {
        return failed.getMessage().endsWith(MORE) && failed.getCause() instanceof DecsException cause ? cause : failed;
    }

    /** The failure as {@code helm template} tells it. */
    public static DecsException told(DecsException failed) {
        String text = failed.getMessage();
        boolean before = failed instanceof ChartException
                || text.endsWith(MORE)
                || text.startsWith("values don't meet the specifications of the schema")
                || text.startsWith("unable to build kubernetes objects")
                || text.startsWith("Kubernetes cluster unreachable");
        return before ? failed : new DecsException(text + MORE, failed.problems(), failed);
    }
}
