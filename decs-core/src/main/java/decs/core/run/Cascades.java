package decs.core.run;

import decs.helm.kube.DeleteOptions.Propagation;
import decs.template.source.DecsException;

/** The words of {@code cascade}. */
final class Cascades {
    private Cascades() {}

    static Propagation of(String word) {
        return switch (word) {
            case "background" -> Propagation.BACKGROUND;
            case "foreground" -> Propagation.FOREGROUND;
            case "orphan" -> Propagation.ORPHAN;
            default ->
                throw new DecsException(
                        "invalid cascade value (" + word + "). Must be \"background\", \"foreground\", or \"orphan\"");
        };
    }
}
