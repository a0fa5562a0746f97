package decs.testing.check;

import java.util.List;

/** One kind of expectation. */
@FunctionalInterface
public interface Check {
    /** What is wrong with the subject, as lines to print; none when it is as expected. */
    List<String> failures(Subject subject);
}
