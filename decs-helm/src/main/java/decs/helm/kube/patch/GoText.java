package decs.helm.kube.patch;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How Go prints a tree into an error text: {@code map[image:x name:app]}. */
final class GoText {
    private GoText() {}

    static String of(Object value) {
        if (value instanceof Map<?, ?> map) {
            return new TreeMap<>(Values.map(map))
                    .entrySet().stream()
                            .map(entry -> entry.getKey() + ":" + of(entry.getValue()))
                            .collect(Collectors.joining(" ", "map[", "]"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(GoText::of).collect(Collectors.joining(" ", "[", "]"));
        }
        return value == null ? "<nil>" : String.valueOf(value);
    }
}
