package decs.core.run;

import decs.core.request.RunFailure;
import decs.template.source.DecsException;
import java.util.List;

/** Several failures as one. */
final class Failures {
    private Failures() {}

    /** Throws what went wrong, if anything did, as a numbered list. */
    static void throwListed(List<DecsException> failures) {
        if (failures.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder("Failed with " + failures.size() + " errors:\n");
        for (int i = 0; i < failures.size(); i++) {
            text.append("\nError ").append(i + 1).append(":\n\n");
            for (String line : failures.get(i).getMessage().split("\n", -1)) {
                text.append("  ").append(line).append('\n');
            }
        }
        throw new RunFailure(text.toString(), failures);
    }

    /** Throws what went wrong, if anything did, under the text of the first: helmfile tells no other. */
    static void throwAny(List<DecsException> failures) {
        if (failures.isEmpty()) {
            return;
        }
        if (failures.size() == 1) {
            throw failures.get(0);
        }
        throw new RunFailure(failures.get(0).getMessage(), failures);
    }
}
