package decs.helm.kube.patch;

import decs.template.source.DecsException;

/** A patch that cannot be made or applied; the words are those of the real tools. */
public final class PatchException extends DecsException {
    private static final long serialVersionUID = 1L;

    PatchException(String message) {
        super(message);
    }
}
