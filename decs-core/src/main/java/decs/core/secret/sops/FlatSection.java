package decs.core.secret.sops;

import decs.template.value.ValueMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * SOPS's section in formats without nesting: {@code age__list_0__map_enc} is {@code age[0].enc}; line breaks are written
 * as {@code \n}.
 */
final class FlatSection {
    private FlatSection() {}

    /** The section as the mapping that other formats have. */
    static ValueMap nested(Map<String, String> flat) {
        ValueMap section = new ValueMap();
        flat.forEach((name, value) -> put(section, name, value.replace("\\n", "\n")));
        return section;
    }

    private static void put(ValueMap into, String name, String value) {
        int list = name.indexOf("__list_");
        if (list < 0) {
            into.put(name, value);
            return;
        }
        int map = name.indexOf("__map_", list);
        int index = Integer.parseInt(name.substring(list + "__list_".length(), map));
        put(item(into, name.substring(0, list), index), name.substring(map + "__map_".length()), value);
    }

    @SuppressWarnings("unchecked")
    private static ValueMap item(ValueMap into, String name, int index) {
        List<Object> items = (List<Object>) into.computeIfAbsent(name, key -> new ArrayList<>());
        while (items.size() <= index) {
            items.add(new ValueMap());
        }
        return (ValueMap) items.get(index);
    }
}
