package decs.template.value;

import decs.template.source.DecsException;

/** An index in an assignment has no end: an error to Helm 3, the end of the text to Helm 4. */
public final class OpenIndexException extends DecsException {
    private static final long serialVersionUID = 1L;

    OpenIndexException(String message, Throwable cause) {
        super(message, cause);
    }
}
