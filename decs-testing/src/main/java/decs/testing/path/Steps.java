package decs.testing.path;

import decs.testing.path.DocumentPath.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Walks the steps of a path. */
final class Steps {
    private Steps() {}

    static List<Object> walk(List<Step> steps, Object start, Object root) {
        List<Object> found = Collections.singletonList(start);
        for (Step step : steps) {
            List<Object> next = new ArrayList<>();
            found.forEach(value -> step(step, value, root, next));
            found = next;
        }
        return found;
    }

    private static void step(Step step, Object value, Object root, List<Object> out) {
        if (step instanceof Step.Members members) {
            members(members, value, out);
        } else if (step instanceof Step.All) {
            out.addAll(below(value));
        } else if (step instanceof Step.Descend descend) {
            descend(value, each -> step(descend.then(), each, root, out));
        } else if (step instanceof Step.Elements elements) {
            if (value instanceof List<?> list) {
                elements.ranges().forEach(range -> range.positions(list.size()).forEach(at -> out.add(list.get(at))));
            }
        } else if (step instanceof Step.Filtered filtered) {
            List<Object> candidates = value instanceof List ? below(value) : Collections.singletonList(value);
            candidates.stream()
                    .filter(each -> filtered.condition().holds(each, root))
                    .forEach(out::add);
        } else {
            throw new AssertionError(step);
        }
    }

    private static void members(Step.Members members, Object value, List<Object> out) {
        if (value instanceof Map<?, ?> map) {
            for (String name : members.names()) {
                if (map.containsKey(name)) {
                    out.add(members.keys() ? name : map.get(name));
                }
            }
        }
    }

    private static void descend(Object value, Consumer<Object> visit) {
        below(value).forEach(each -> descend(each, visit));
        visit.accept(value);
    }

    private static List<Object> below(Object value) {
        if (value instanceof Map<?, ?> map) {
            return new ArrayList<>(map.values());
        }
        return value instanceof List<?> list ? new ArrayList<>(list) : List.of();
    }
}
