package decs.core.plan;

/**
 * What happens to needs that the selectors leave out.
 *
 * @param skip ignore them (the default)
 * @param include add them, and what they need
 */
public record NeedsOptions(boolean skip, boolean include, boolean enforceInstalled) {
    /** helmfile's default: only what is selected. */
    public static NeedsOptions defaults() {
        return new NeedsOptions(true, false, false);
    }
}
