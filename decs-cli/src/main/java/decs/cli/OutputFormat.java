package decs.cli;

import java.util.Locale;

/** The forms in which Helm's verbs print their results. */
enum OutputFormat {
    TABLE,
    JSON,
    YAML;

    /** The word of it in options. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
