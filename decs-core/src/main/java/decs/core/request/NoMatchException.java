package decs.core.request;

import decs.template.source.DecsException;

/** No release matched: wrong selectors, an environment that no file defines, or no releases at all. */
public final class NoMatchException extends DecsException {
    private static final long serialVersionUID = 1L;

    public NoMatchException(String selectors, String environment) {
        super("err: no releases found that matches specified selector(" + selectors + ") and environment(" + environment
                + "), in any helmfile");
    }
}
