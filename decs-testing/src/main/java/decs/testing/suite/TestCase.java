package decs.testing.suite;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One test: a render and what is expected of it.
 *
 * @param templates those that it looks at instead of the suite's; empty for none of its own
 */
public record TestCase(
        String name,
        Settings settings,
        List<String> templates,
        DocumentChoice documents,
        Optional<Suite.Skip> skip,
        List<Assertion> assertions) {
    public TestCase {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(settings, "settings");
        Objects.requireNonNull(documents, "documents");
        templates = List.copyOf(templates);
        assertions = List.copyOf(assertions);
    }
}
