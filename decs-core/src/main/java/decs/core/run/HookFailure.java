package decs.core.run;

import decs.template.source.DecsException;

/** A hook of the spec that failed. */
final class HookFailure extends DecsException {
    private static final long serialVersionUID = 1L;

    HookFailure(String hook, String what, DecsException cause) {
        super("hook[" + hook + "]: " + what + cause.getMessage(), cause.problems(), cause);
    }
}
