package decs.core.load;

import decs.template.source.DecsException;

/** Failures with helmfile's words in front, keeping places and hints. */
final class LoadFailure {
    private LoadFailure() {}

    static DecsException in(String prefix, DecsException cause) {
        return new DecsException(prefix + cause.getMessage(), cause.problems(), cause);
    }
}
