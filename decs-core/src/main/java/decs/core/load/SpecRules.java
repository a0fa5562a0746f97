package decs.core.load;

import decs.core.spec.Fields;
import decs.core.spec.SpecReader;
import decs.template.source.Position;
import decs.template.source.Problem;
import java.util.Optional;

/** What helmfile asks of a document beyond the types of its fields. */
final class SpecRules {
    private static final String REINSTALL = "reinstallIfForbidden";

    private SpecRules() {}

    /** The first rule that is broken. */
    static Optional<Problem> broken(SpecReader.Result read, Compat compat) {
        if (read.keyProblem().isPresent()) {
            return read.keyProblem();
        }
        for (Fields release : new Fields(read.fields()).structs("releases")) {
            String strategy = release.text("updateStrategy");
            if (compat != Compat.V0 && !strategy.isEmpty() && !strategy.equals(REINSTALL)) {
                String text = "updateStrategy \"" + strategy + "\" is invalid, valid values are: " + REINSTALL
                        + " or not set";
                Optional<Position> at = release.origin("updateStrategy");
                return Optional.of(at.map(place -> Problem.at(place, text)).orElseGet(() -> Problem.of(text)));
            }
        }
        return Optional.empty();
    }
}
