package decs.template.value;

import decs.template.source.Position;
import decs.template.source.Source;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A mapping with text keys, in the order written: what Go calls {@code map[string]interface{}}. It remembers, where a
 * reader recorded it, the place of each key's value, so that an error can say where an offending value came from.
 *
 * <p>Values are: null, Boolean, String, Integer (Go {@code int}), Long ({@code int64}), Double ({@code float64}), List,
 * Map, byte[], and {@link decs.template.language.TemplateObject}. Maps and lists are mutable, as in Go; whoever shares
 * a tree copies before writing.
 */
public final class ValueMap extends LinkedHashMap<String, Object> {
    private static final long serialVersionUID = 1L;

    private transient Origins origins;

    public ValueMap() {}

    public ValueMap(int expected) {
        super(Math.max(4, expected * 4 / 3 + 1));
    }

    /** A shallow copy that keeps origins when {@code other} has them. */
    public ValueMap(Map<String, ?> other) {
        super(other);
        takeOrigins(other);
    }

    /** Puts a value together with the place it was written at. */
    public void put(String key, Object value, Position origin) {
        put(key, value, origin.source(), origin.offset());
    }

    /** Puts a value together with the place it was written at, without a {@link Position} made for it. */
    public void put(String key, Object value, Source source, int offset) {
        put(key, value);
        originsFor(4).put(key, source, offset);
    }

    /** Where the value of {@code key} was written, when a reader recorded it. */
    public Optional<Position> origin(String key) {
        return origins == null ? Optional.empty() : Optional.ofNullable(origins.get(key));
    }

    /** Copies the origin of {@code key} from another map, when it has one. */
    public void takeOrigin(String key, Map<String, ?> from) {
        if (from instanceof ValueMap map && map.origins != null) {
            map.origins.copy(key, originsFor(4));
        }
    }

    /** Takes all origins of a map that this one is a fresh copy of. */
    void takeOrigins(Map<String, ?> from) {
        if (from instanceof ValueMap map && map.origins != null) {
            origins = new Origins(map.origins);
        }
    }

    private Origins originsFor(int expected) {
        if (origins == null) {
            origins = new Origins(expected);
        }
        return origins;
    }
}
