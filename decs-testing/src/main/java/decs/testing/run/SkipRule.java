package decs.testing.run;

import decs.template.semver.Version;
import decs.testing.suite.Suite;
import decs.testing.suite.TestCase;
import java.util.Optional;

/** Which tests are passed over: those with a reason for it, and suites for a newer helm-unittest than is understood here. */
final class SkipRule {
    /** The version of helm-unittest whose suites are understood. */
    private static final Version UNDERSTOOD = Version.parse("1.1.0");

    private SkipRule() {}

    static boolean skips(Suite suite, TestCase test) {
        return hasReason(suite.skip())
                || hasReason(test.skip())
                || suite.skip().filter(SkipRule::isForNewer).isPresent();
    }

    private static boolean hasReason(Optional<Suite.Skip> skip) {
        return skip.filter(given -> !given.reason().isEmpty()).isPresent();
    }

    /** A version that cannot be read is never met. */
    private static boolean isForNewer(Suite.Skip skip) {
        return !skip.minimumVersion().isEmpty()
                && Version.tryParse(skip.minimumVersion())
                        .filter(wanted -> UNDERSTOOD.compareTo(wanted) >= 0)
                        .isEmpty();
    }
}
