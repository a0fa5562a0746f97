package decs.testing.path;

import decs.template.source.DecsException;
import decs.template.source.Problem;
import java.util.List;

/** A path that cannot be read. */
public final class PathException extends DecsException {
    private static final long serialVersionUID = 1L;

    PathException(String path, int offset, String what) {
        super(message(path, offset, what), List.of(Problem.of(message(path, offset, what))), null);
    }

    PathException(String message) {
        super(message, List.of(Problem.of(message)), null);
    }

    private static String message(String path, int offset, String what) {
        String before = offset > 0 ? ", following \"" + path.substring(0, Math.min(offset, path.length())) + "\"" : "";
        return what + " at position " + offset + before;
    }
}
