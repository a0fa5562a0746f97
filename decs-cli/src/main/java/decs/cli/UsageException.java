package decs.cli;

import decs.template.source.DecsException;

/** Options that do not go together, or a value that no option takes. */
final class UsageException extends DecsException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
