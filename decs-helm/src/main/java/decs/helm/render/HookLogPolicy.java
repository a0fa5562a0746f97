package decs.helm.render;

import java.util.Optional;

/** When the logs of a hook's containers are printed. */
public enum HookLogPolicy {
    HOOK_SUCCEEDED("hook-succeeded"),
    HOOK_FAILED("hook-failed");

    private final String text;

    HookLogPolicy(String text) {
        this.text = text;
    }

    /** The name in annotations and release records. */
    public String text() {
        return text;
    }

    public static Optional<HookLogPolicy> of(String text) {
        for (HookLogPolicy policy : values()) {
            if (policy.text.equals(text)) {
                return Optional.of(policy);
            }
        }
        return Optional.empty();
    }
}
