package decs.helm.kube.patch;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Reading of untyped trees. */
final class Values {
    /** What the items of a list are. */
    enum Kind {
        NOTHING,
        MAPS,
        LISTS,
        SCALARS
    }

    private Values() {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(List<?> list) {
        return (List<Object>) list;
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The one kind of all items of some lists. */
    static Kind kind(List<?>... lists) {
        Kind kind = Kind.NOTHING;
        for (List<?> list : lists) {
            for (Object item : list) {
                Kind other = item instanceof Map ? Kind.MAPS : item instanceof List ? Kind.LISTS : Kind.SCALARS;
                if (kind != Kind.NOTHING && other != kind) {
                    throw new PatchException("list element types are not identical");
                }
                kind = other;
            }
        }
        return kind;
    }
}
