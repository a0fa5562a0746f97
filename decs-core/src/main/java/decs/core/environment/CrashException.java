package decs.core.environment;

import decs.template.source.DecsException;

/** Input at which helmfile itself crashes. decs says what is wrong with it, and exits with the same code, 2. */
public final class CrashException extends DecsException {
    private static final long serialVersionUID = 1L;

    public CrashException(String message) {
        super(message);
    }
}
