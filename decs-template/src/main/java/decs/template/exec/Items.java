package decs.template.exec;

import decs.template.gofmt.GoMap;
import decs.template.gofmt.GoSlice;
import decs.template.gofmt.GoTypes;
import java.util.List;
import java.util.Map;

/** The Go type of what {@code range} gives. */
final class Items {
    private Items() {}

    /** The element type of {@code collection}, or the type of the number that is counted to. */
    static String typeName(Object collection) {
        if (collection instanceof List<?> list) {
            return GoSlice.elementType(list);
        }
        if (collection instanceof Map<?, ?> map) {
            return GoMap.valueType(map);
        }
        return collection instanceof byte[] ? "uint8" : GoTypes.typeName(collection);
    }
}
