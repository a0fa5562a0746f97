package decs.testing.path;

import java.util.ArrayList;
import java.util.List;

/**
 * A path such as {@code spec.containers[?(@.name == "web")].image}: compiled once, then applied to any number of
 * documents. It may lead to several values, or to none.
 */
public final class DocumentPath {
    private final List<Step> steps;

    private DocumentPath(List<Step> steps) {
        this.steps = steps;
    }

    /** @throws PathException with the place in the text at which it cannot be read */
    public static DocumentPath parse(String text) {
        return new DocumentPath(new PathParser(text).path());
    }

    /** All values that the path leads to, in document order; null counts as a value. */
    public List<Object> find(Object document) {
        return Steps.walk(steps, document, document);
    }

    /** One step from values to the values below them. */
    sealed interface Step {
        /** Members of these names; with {@code keys} the names themselves. */
        record Members(List<String> names, boolean keys) implements Step {
            public Members {
                names = List.copyOf(names);
            }
        }

        /** All members or elements. */
        record All() implements Step {}

        /** {@code then} from everything below the value, the deepest first, and last from the value itself. */
        record Descend(Step then) implements Step {}

        /** Elements by position. */
        record Elements(List<Range> ranges) implements Step {
            public Elements {
                ranges = List.copyOf(ranges);
            }
        }

        /** Elements, or a mapping itself, for which {@code condition} holds. */
        record Filtered(Condition condition) implements Step {}
    }

    /**
     * Positions in a list; absent ends are null.
     *
     * @param single whether {@code from} alone is meant
     */
    record Range(Integer from, Integer to, int step, boolean single) {
        List<Integer> positions(int size) {
            List<Integer> positions = new ArrayList<>();
            if (single) {
                int at = from < 0 ? size + from : from;
                if (at >= 0 && at < size) {
                    positions.add(at);
                }
                return positions;
            }
            int first = from == null ? (step > 0 ? 0 : size - 1) : fromEnd(from, size);
            int last = to == null ? (step > 0 ? size : -1) : fromEnd(to, size);
            for (int at = first; step > 0 ? at < last : at > last; at += step) {
                if (at >= 0 && at < size) {
                    positions.add(at);
                }
            }
            return positions;
        }

        private static int fromEnd(int at, int size) {
            return at < 0 ? size + at : Math.min(at, size);
        }
    }
}
