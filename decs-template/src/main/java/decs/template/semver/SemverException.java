package decs.template.semver;

import decs.template.source.DecsException;

/** Text that is no version or no constraint, in the words of the library that Helm uses. */
public final class SemverException extends DecsException {
    private static final long serialVersionUID = 1L;

    public SemverException(String message) {
        super(message);
    }
}
