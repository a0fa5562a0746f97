package decs.core.diff;

import java.util.Locale;
import java.util.Optional;

/** The printed forms that need nothing but the comparison; their names are helm-diff's where it has them. */
public enum DiffForm {
    DIFF,
    SIMPLE,
    JSON,
    STRUCTURED,
    DYFF,
    MARKDOWN,
    HTML;

    public DiffPrinter printer() {
        return switch (this) {
            case DIFF -> new TextPrinter();
            case SIMPLE -> new SimplePrinter();
            case JSON -> new JsonPrinter();
            case STRUCTURED -> new StructuredPrinter();
            case DYFF -> new DyffPrinter();
            case MARKDOWN -> new MarkdownPrinter();
            case HTML -> new HtmlPrinter();
        };
    }

    /** The form called {@code name} on a command line; empty for an unknown word. */
    public static Optional<DiffForm> named(String name) {
        for (DiffForm form : values()) {
            if (form.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }
}
