package decs.cli.frame;

import decs.template.source.DecsException;

/** Options that do not go together, or a value that no option takes. */
public final class UsageException extends DecsException {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
