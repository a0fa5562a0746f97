package decs.template.gofmt;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.RandomAccess;

/**
 * A list that knows its Go element type: {@code []string} of {@code splitList}, {@code []int} of {@code until}. Any
 * other List is a {@code []interface {}}. A slice may also be Go's nil slice, which is empty but is written as {@code
 * null} in JSON.
 */
public final class GoSlice extends AbstractList<Object> implements RandomAccess {
    private final String elementType;
    private final List<Object> items;
    private final boolean isNil;

    private GoSlice(String elementType, List<Object> items, boolean isNil) {
        this.elementType = elementType;
        this.items = items;
        this.isNil = isNil;
    }

    /** A slice over {@code items}, which it keeps. */
    public static GoSlice over(String elementType, List<Object> items) {
        return new GoSlice(elementType, items, false);
    }

    /** A new {@code []string}. */
    public static GoSlice strings(Collection<String> items) {
        return over("string", new ArrayList<>(items));
    }

    /** The nil slice of a type. */
    public static GoSlice nil(String elementType) {
        return new GoSlice(elementType, List.of(), true);
    }

    /** The Go type of the elements, such as {@code string}. */
    public String elementType() {
        return elementType;
    }

    /** Whether this is Go's nil slice. */
    public boolean isNil() {
        return isNil;
    }

    /** The Go element type of any list. */
    public static String elementType(List<?> list) {
        return list instanceof GoSlice slice ? slice.elementType : "interface {}";
    }

    /** Whether the list is Go's nil slice. */
    public static boolean isNil(List<?> list) {
        return list instanceof GoSlice slice && slice.isNil;
    }

    @Override
    public Object get(int index) {
        return items.get(index);
    }

    @Override
    public Object set(int index, Object item) {
        return items.set(index, item);
    }

    @Override
    public int size() {
        return items.size();
    }
}
