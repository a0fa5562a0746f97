package decs.helm.render;

import java.util.Optional;

/** When the object of a hook is deleted. */
public enum HookDeletePolicy {
    HOOK_SUCCEEDED("hook-succeeded"),
    HOOK_FAILED("hook-failed"),
    BEFORE_HOOK_CREATION("before-hook-creation");

    private final String text;

    HookDeletePolicy(String text) {
        this.text = text;
    }

    /** The name in annotations and release records. */
    public String text() {
        return text;
    }

    public static Optional<HookDeletePolicy> of(String text) {
        for (HookDeletePolicy policy : values()) {
            if (policy.text.equals(text)) {
                return Optional.of(policy);
            }
        }
        return Optional.empty();
    }
}
