package decs.testing.suite;

import java.util.Map;
import java.util.Objects;

/**
 * One expectation.
 *
 * @param type such as {@code equal}
 * @param not whether the contrary is expected
 * @param template the template that is looked at, empty for those of the test
 * @param parameters what stands below the type
 */
public record Assertion(
        String type, boolean not, String template, DocumentChoice documents, Map<String, Object> parameters) {
    public Assertion {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(template, "template");
        Objects.requireNonNull(documents, "documents");
        Objects.requireNonNull(parameters, "parameters");
    }
}
