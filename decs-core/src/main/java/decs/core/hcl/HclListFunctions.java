package decs.core.hcl;

import decs.template.source.DecsException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Functions of lists and maps. */
final class HclListFunctions {
    private HclListFunctions() {}

    static void add(Map<String, HclFunction> table) {
        table.put("length", HclListFunctions::length);
        table.put("element", a -> a.list(0)
                .get(Math.floorMod(a.whole(1), notEmpty(a.list(0)).size())));
        table.put("slice", a -> slice(a.list(0), a.whole(1), a.whole(2)));
        table.put("chunklist", a -> chunks(a.list(0), a.whole(1)));
        table.put("concat", HclListFunctions::concat);
        table.put("flatten", a -> flat(a.list(0)));
        table.put("compact", a -> a.list(0).stream()
                .filter(item -> item != null && !item.equals(""))
                .toList());
        table.put("contains", a -> a.list(0).stream().anyMatch(item -> HclArguments.same(item, a.any(1))));
        table.put("reverselist", a -> {
            List<Object> items = a.list(0);
            Collections.reverse(items);
            return items;
        });
        table.put(
                "sort",
                a -> a.texts(0).stream().sorted().map(Object.class::cast).toList());
        table.put("coalesce", a -> a.values().stream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new DecsException("no non-null arguments")));
        table.put("coalescelist", a -> a.values().stream()
                .filter(value -> value instanceof List<?> list && !list.isEmpty())
                .findFirst()
                .orElseThrow(() -> new DecsException("no non-null arguments")));
        table.put("keys", a -> new ArrayList<Object>(a.map(0).keySet()));
        table.put("values", a -> new ArrayList<>(a.map(0).values()));
        table.put("lookup", HclListFunctions::lookup);
        table.put("merge", HclListFunctions::merge);
        table.put("zipmap", HclListFunctions::zipped);
    }

    private static Object length(HclArguments arguments) {
        Object value = arguments.any(0);
        return (double)
                (value instanceof List<?> list ? list.size() : arguments.map(0).size());
    }

    private static List<Object> notEmpty(List<Object> list) {
        if (list.isEmpty()) {
            throw new DecsException("cannot use element function with an empty list");
        }
        return list;
    }

    private static Object slice(List<Object> list, int from, int to) {
        if (from < 0 || to > list.size() || from > to) {
            throw new DecsException("start index must not be greater than end index, nor either outside of the list");
        }
        return list.subList(from, to);
    }

    private static Object chunks(List<Object> list, int size) {
        List<Object> chunks = new ArrayList<>();
        int step = size <= 0 ? Math.max(1, list.size()) : size;
        for (int i = 0; i < list.size(); i += step) {
            chunks.add(list.subList(i, Math.min(list.size(), i + step)));
        }
        return chunks;
    }

    private static Object concat(HclArguments arguments) {
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < arguments.count(); i++) {
            all.addAll(arguments.list(i));
        }
        return all;
    }

    private static List<Object> flat(List<?> list) {
        List<Object> items = new ArrayList<>();
        for (Object item : list) {
            if (item instanceof List<?> inner) {
                items.addAll(flat(inner));
            } else {
                items.add(item);
            }
        }
        return items;
    }

    private static Object lookup(HclArguments arguments) {
        Map<String, Object> map = arguments.map(0);
        return map.containsKey(arguments.text(1)) ? map.get(arguments.text(1)) : arguments.any(2);
    }

    private static Object merge(HclArguments arguments) {
        Map<String, Object> sum = new TreeMap<>();
        for (int i = 0; i < arguments.count(); i++) {
            if (arguments.any(i) != null) {
                sum.putAll(arguments.map(i));
            }
        }
        return sum;
    }

    private static Object zipped(HclArguments arguments) {
        List<String> keys = arguments.texts(0);
        List<Object> values = arguments.list(1);
        if (keys.size() != values.size()) {
            throw new DecsException(
                    "number of keys (" + keys.size() + ") does not match number of values (" + values.size() + ")");
        }
        Map<String, Object> map = new TreeMap<>();
        for (int i = 0; i < keys.size(); i++) {
            map.put(keys.get(i), values.get(i));
        }
        return map;
    }
}
