package decs.core.load;

import decs.core.spec.Fields;
import decs.core.spec.SpecReader;
import decs.template.source.Problem;
import java.util.Optional;
import java.util.stream.Stream;

/** What helmfile asks of a document beyond the types of its fields. */
final class SpecRules {
    private static final String REINSTALL = "reinstallIfForbidden";

    private SpecRules() {}

    /** The first rule that is broken. */
    static Optional<Problem> broken(SpecReader.Result read, Compat compat) {
        if (read.keyProblem().isPresent()) {
            return read.keyProblem();
        }
        Fields spec = new Fields(read.fields());
        return Stream.concat(
                        spec.structs("helmfiles").stream().map(SpecRules::ofNested),
                        spec.structs("releases").stream().map(release -> ofRelease(release, compat)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Problem> ofNested(Fields entry) {
        return Inherits.problem(entry)
                .map(text -> problem(entry, "inherits", text))
                .or(() -> SubSelectors.problem(entry).map(text -> problem(entry, "selectors", text)));
    }

    private static Optional<Problem> ofRelease(Fields release, Compat compat) {
        String strategy = release.text("updateStrategy");
        if (compat == Compat.V0 || strategy.isEmpty() || strategy.equals(REINSTALL)) {
            return Optional.empty();
        }
        return Optional.of(problem(
                release,
                "updateStrategy",
                "updateStrategy \"" + strategy + "\" is invalid, valid values are: " + REINSTALL + " or not set"));
    }

    private static Problem problem(Fields fields, String field, String text) {
        return fields.origin(field).map(at -> Problem.at(at, text)).orElseGet(() -> Problem.of(text));
    }
}
