package decs.testing.suite;

import java.util.Objects;
import java.util.Optional;

/**
 * Which documents of a template are looked at.
 *
 * @param index from 0; negative for all
 */
public record DocumentChoice(int index, Optional<Selector> selector) {
    private static final DocumentChoice ALL = new DocumentChoice(-1, Optional.empty());

    public DocumentChoice {
        Objects.requireNonNull(selector, "selector");
    }

    public static DocumentChoice all() {
        return ALL;
    }

    /**
     * Documents by what they hold.
     *
     * @param path empty for no choice at all
     * @param value what {@code path} must lead to; empty when it only has to lead somewhere
     * @param many whether more than one document may be meant
     * @param skipEmpty whether templates without such a document are passed over
     */
    public record Selector(String path, Optional<Object> value, boolean many, boolean skipEmpty) {
        public Selector {
            Objects.requireNonNull(path, "path");
            Objects.requireNonNull(value, "value");
        }
    }
}
