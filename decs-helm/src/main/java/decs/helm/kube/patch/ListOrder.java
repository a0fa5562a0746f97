package decs.helm.kube.patch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Brings the items of a list into a wanted order. */
final class ListOrder {
    private ListOrder() {}

    /** {@code items} as {@code order} says; what it does not name comes last. */
    static List<Object> arrange(List<Object> items, List<Object> order) {
        List<Object> arranged = new ArrayList<>(items);
        arranged.sort(Comparator.comparingInt(item -> place(item, order)));
        return arranged;
    }

    /** The same for the list of a patch, whose deletions come last in any case. */
    static List<Object> arrangePatch(List<Object> items, List<Object> order) {
        List<Object> arranged =
                arrange(items.stream().filter(item -> !deletion(item)).toList(), order);
        items.stream().filter(ListOrder::deletion).forEach(arranged::add);
        return arranged;
    }

    /**
     * The items that {@code order} names, in that order, with the others woven in: each of those keeps its place
     * before the named items that it was in front of before.
     */
    static List<Object> weave(List<Object> items, List<Object> order, List<Object> before, String key) {
        List<Object> named = arrange(
                items.stream()
                        .filter(item -> place(item, order) < Integer.MAX_VALUE)
                        .toList(),
                order);
        List<Object> others = items.stream()
                .filter(item -> place(item, order) == Integer.MAX_VALUE)
                .toList();
        List<Object> woven = new ArrayList<>(items.size());
        int i = 0;
        for (Object other : others) {
            int otherPlace = formerPlace(other, before, key);
            while (i < named.size()) {
                int namedPlace = formerPlace(named.get(i), before, key);
                if (namedPlace >= 0 && otherPlace >= 0 && namedPlace > otherPlace) {
                    break;
                }
                woven.add(named.get(i++));
            }
            woven.add(other);
        }
        woven.addAll(named.subList(i, named.size()));
        return woven;
    }

    /** Where an item was before the patch. */
    private static int formerPlace(Object item, List<Object> before, String key) {
        return item instanceof Map<?, ?> map ? KeyedItem.indexOf(before, map.get(key), key) : before.indexOf(item);
    }

    /** Refuses a list whose items do not come in the order that its patch asks for: it may name one twice. */
    static void check(List<Object> items, List<Object> order) {
        List<Object> left = new ArrayList<>(items);
        left.removeIf(ListOrder::deletion);
        int next = 0;
        for (int i = 0; i < order.size() && next < left.size(); i++) {
            if (matches(left.get(next), order.get(i))) {
                next++;
            }
        }
        if (next < left.size()) {
            throw new PatchException("The order in patch list:\n" + GoText.of(left)
                    + "\n doesn't match $setElementOrder list:\n" + GoText.of(order) + "\n");
        }
    }

    private static boolean deletion(Object item) {
        return item instanceof Map<?, ?> map && Directive.DELETE.equals(map.get(Directive.PATCH));
    }

    /** Where {@code order} has an item; {@link Integer#MAX_VALUE} when nowhere. */
    static int place(Object item, List<Object> order) {
        for (int i = 0; i < order.size(); i++) {
            if (matches(item, order.get(i))) {
                return i;
            }
        }
        return Integer.MAX_VALUE;
    }

    private static boolean matches(Object item, Object place) {
        if (item instanceof Map<?, ?> fields && place instanceof Map<?, ?> keys) {
            return fields.entrySet().containsAll(keys.entrySet());
        }
        return Objects.equals(item, place);
    }
}
