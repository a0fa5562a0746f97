package decs.cli.chart;

import decs.cli.frame.Console;
import java.nio.file.Path;

/** Paths as they are given, so that messages show them so; from another working folder they are made absolute. */
final class Places {
    private Places() {}

    static Path of(String text, Console console) {
        boolean here = Path.of("").toAbsolutePath().equals(console.workingFolder());
        return here ? Path.of(text) : console.workingFolder().resolve(text).normalize();
    }
}
