package decs.helm.render;

import java.util.Optional;

/** When a hook runs. */
public enum HookEvent {
    PRE_INSTALL("pre-install"),
    POST_INSTALL("post-install"),
    PRE_DELETE("pre-delete"),
    POST_DELETE("post-delete"),
    PRE_UPGRADE("pre-upgrade"),
    POST_UPGRADE("post-upgrade"),
    PRE_ROLLBACK("pre-rollback"),
    POST_ROLLBACK("post-rollback"),
    TEST("test");

    private final String text;

    HookEvent(String text) {
        this.text = text;
    }

    /** The name in annotations and release records. */
    public String text() {
        return text;
    }

    /** The event called {@code text} in an annotation; {@code test-success} is an old name of {@link #TEST}. */
    public static Optional<HookEvent> of(String text) {
        for (HookEvent event : values()) {
            if (event.text.equals(text)) {
                return Optional.of(event);
            }
        }
        return text.equals("test-success") ? Optional.of(TEST) : Optional.empty();
    }
}
