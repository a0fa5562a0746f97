package decs.core.hcl;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Functions of sets, which are lists without twins in the order of their text. */
final class HclSetFunctions {
    private HclSetFunctions() {}

    static void add(Map<String, HclFunction> table) {
        table.put("distinct", a -> distinct(a.list(0)));
        table.put("setunion", a -> {
            List<Object> all = new ArrayList<>();
            for (int i = 0; i < a.count(); i++) {
                all.addAll(a.list(i));
            }
            return set(all);
        });
        table.put("setintersection", a -> {
            List<Object> common = a.list(0);
            for (int i = 1; i < a.count(); i++) {
                List<Object> other = a.list(i);
                common.removeIf(item -> !has(other, item));
            }
            return set(common);
        });
        table.put("setsubtract", a -> {
            List<Object> rest = a.list(0);
            rest.removeIf(item -> has(a.list(1), item));
            return set(rest);
        });
        table.put("setproduct", HclSetFunctions::product);
    }

    private static boolean has(List<Object> items, Object item) {
        return items.stream().anyMatch(other -> HclArguments.same(other, item));
    }

    private static List<Object> distinct(List<Object> items) {
        List<Object> kept = new ArrayList<>();
        items.stream().filter(item -> !has(kept, item)).forEach(kept::add);
        return kept;
    }

    private static List<Object> set(List<Object> items) {
        List<Object> set = distinct(items);
        set.sort(Comparator.comparing((Object item) -> HclArguments.text(item).orElse("")));
        return set;
    }

    private static Object product(HclArguments arguments) {
        List<List<Object>> rows = new ArrayList<>(List.of(List.of()));
        for (int i = 0; i < arguments.count(); i++) {
            List<List<Object>> longer = new ArrayList<>();
            for (List<Object> row : rows) {
                for (Object item : arguments.list(i)) {
                    List<Object> next = new ArrayList<>(row);
                    next.add(item);
                    longer.add(next);
                }
            }
            rows = longer;
        }
        return rows;
    }
}
