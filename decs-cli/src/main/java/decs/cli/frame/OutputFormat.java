package decs.cli.frame;

import java.util.Locale;

/** The forms in which Helm's verbs print their results. */
public enum OutputFormat {
    TABLE,
    JSON,
    YAML;

    /** The word of it in options. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
