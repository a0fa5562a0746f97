package decs.helm.action;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/**
 * Which tests of a release to run.
 *
 * @param only names of hooks; empty for all
 * @param without names of hooks to leave out
 * @param timeout for each of them
 */
public record TestRequest(String name, Set<String> only, Set<String> without, Duration timeout) {
    public TestRequest {
        Objects.requireNonNull(name, "name");
        only = Set.copyOf(only);
        without = Set.copyOf(without);
        Objects.requireNonNull(timeout, "timeout");
    }

    boolean wants(String hook) {
        return !without.contains(hook) && (only.isEmpty() || only.contains(hook));
    }
}
