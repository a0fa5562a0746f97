package decs.core.request;

import decs.template.source.DecsException;
import decs.template.source.Problem;
import java.util.List;

/** No release matched: wrong selectors, an environment that no file defines, or no releases at all. */
public final class NoMatchException extends DecsException {
    private static final long serialVersionUID = 1L;

    /** @param reasons why, as far as it is known */
    public NoMatchException(String selectors, String environment, List<String> reasons) {
        super(
                text(selectors, environment),
                reasons.stream().map(reason -> Problem.of(reason)).toList(),
                null);
    }

    private static String text(String selectors, String environment) {
        return "err: no releases found that matches specified selector(" + selectors + ") and environment("
                + environment + "), in any helmfile";
    }
}
