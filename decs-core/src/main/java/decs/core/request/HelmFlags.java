package decs.core.request;

import java.util.List;

/**
 * Helm's own flags, each list as words. A list for one kind of call that is not empty stands in place of what the spec's
 * {@code helmDefaults} have for that kind; {@code all} is added to its {@code args}.
 *
 * @param all of every call ({@code --args})
 * @param template of renderings ({@code --template-args})
 * @param sync of installations and upgrades ({@code --sync-args})
 * @param diff of comparisons: helm-diff's ({@code --diff-args})
 */
public record HelmFlags(List<String> all, List<String> template, List<String> sync, List<String> diff) {
    private static final HelmFlags NONE = new HelmFlags(List.of(), List.of(), List.of(), List.of());

    public HelmFlags {
        all = List.copyOf(all);
        template = List.copyOf(template);
        sync = List.copyOf(sync);
        diff = List.copyOf(diff);
    }

    public static HelmFlags none() {
        return NONE;
    }

    /** Flags of every call. */
    public static HelmFlags of(String... words) {
        return new HelmFlags(List.of(words), List.of(), List.of(), List.of());
    }
}
