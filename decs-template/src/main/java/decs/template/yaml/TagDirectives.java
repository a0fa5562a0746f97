package decs.template.yaml;

import java.util.HashMap;
import java.util.Map;

/** What a document's directives say about its tags. */
final class TagDirectives {
    static final String CORE = "tag:yaml.org,2002:";

    private final Map<String, String> prefixes = new HashMap<>();

    /** Notes a {@code %TAG}; false when the handle has one already. */
    boolean add(String handle, String prefix) {
        return prefixes.putIfAbsent(handle, prefix) == null;
    }

    void clear() {
        prefixes.clear();
    }

    /** The tag in full, or null when the handle is not known. */
    String resolve(String handle, String suffix) {
        if (handle.isEmpty()) {
            return suffix;
        }
        String prefix = prefixes.get(handle);
        if (prefix == null) {
            prefix = handle.equals("!") ? "!" : handle.equals("!!") ? CORE : null;
        }
        return prefix == null ? null : prefix + suffix;
    }
}
