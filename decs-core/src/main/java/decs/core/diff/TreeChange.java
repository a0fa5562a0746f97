package decs.core.diff;

import java.util.List;

/**
 * What differs at one place of two documents, as dyff sees it.
 *
 * @param path keys and names of list entries from the top
 */
record TreeChange(List<String> path, List<Detail> details) {
    TreeChange {
        path = List.copyOf(path);
        details = List.copyOf(details);
    }

    /** One aspect of a difference. */
    sealed interface Detail {}

    /** Map entries ({@code value} is a map) or list entries ({@code value} is a list) that only the newer side has. */
    record Added(Object value) implements Detail {}

    /** Entries that only the older side has. */
    record Removed(Object value) implements Detail {}

    /** A scalar with another value, or a value of another type. */
    record Replaced(Object before, Object after) implements Detail {}

    /** The same entries in another order. */
    record Reordered(List<Object> before, List<Object> after) implements Detail {}
}
