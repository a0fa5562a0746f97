package decs.helm.action;

import java.util.Objects;

/**
 * One finding of {@link Lint}.
 *
 * @param path the file it is about, relative to the chart
 */
public record LintMessage(Severity severity, String path, String text) {
    public LintMessage {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(text, "text");
    }

    /** How bad a finding is. */
    public enum Severity {
        INFO,
        WARNING,
        ERROR
    }

    /** As Helm prints it. */
    @Override
    public String toString() {
        return "[" + severity + "] " + path + ": " + text;
    }
}
