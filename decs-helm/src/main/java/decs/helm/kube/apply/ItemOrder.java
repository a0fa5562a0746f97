package decs.helm.kube.apply;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The order of a merged list: the wanted items in their order, the others where they were before them. */
final class ItemOrder {
    private ItemOrder() {}

    static List<String> of(List<String> live, List<String> wanted) {
        Set<String> asked = new HashSet<>(wanted);
        Set<String> order = new LinkedHashSet<>();
        List<String> rest = new ArrayList<>(wanted);
        for (String item : live) {
            if (!asked.contains(item)) {
                order.add(item);
                continue;
            }
            // all wanted items up to this one
            int place = rest.indexOf(item);
            if (place >= 0) {
                order.addAll(rest.subList(0, place + 1));
                rest = rest.subList(place + 1, rest.size());
            }
        }
        order.addAll(rest);
        return List.copyOf(order);
    }
}
