package decs.template.gofmt;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A map with text keys whose values have one Go type, such as the {@code map[string]string} of {@code split}. Any other
 * Map is a {@code map[string]interface {}}. A missing key yields the type's zero value. A map may also be Go's nil map,
 * which is empty but is written as {@code null} in JSON.
 */
public final class GoMap extends LinkedHashMap<String, Object> {
    private static final long serialVersionUID = 1L;

    private final String valueType;
    private final boolean isNil;

    public GoMap(String valueType) {
        this(valueType, false);
    }

    private GoMap(String valueType, boolean isNil) {
        this.valueType = valueType;
        this.isNil = isNil;
    }

    /** The nil map of a type. */
    public static GoMap nil(String valueType) {
        return new GoMap(valueType, true);
    }

    /** Whether the map is Go's nil map. */
    public static boolean isNil(Map<?, ?> map) {
        return map instanceof GoMap typed && typed.isNil && map.isEmpty();
    }

    /** The Go type of the values. */
    public String valueType() {
        return valueType;
    }

    /** What a missing key yields: the empty text for {@code string}, else nil. */
    public Object zero() {
        return valueType.equals("string") ? "" : null;
    }

    /** The Go value type of any map. */
    public static String valueType(Map<?, ?> map) {
        return map instanceof GoMap typed ? typed.valueType : "interface {}";
    }
}
