package decs.template.yaml;

import decs.template.value.SetExpression;

/** JSON as Go's {@code encoding/json} reads and writes it. */
public final class Json {
    private Json() {}

    /**
     * Any JSON value; every number is a Double.
     *
     * @throws YamlException with Go's wording ({@code invalid character 'b' looking for beginning of value})
     */
    public static Object read(String text) {
        return new JsonReader(text).document();
    }

    /** The value that starts at {@code from}, whatever stands behind it. */
    public static SetExpression.Prefix readPrefix(String text, int from) {
        return new JsonReader(text, from).prefix();
    }

    /** Compact JSON, keys in byte order, HTML characters escaped. */
    public static String write(Object value) {
        StringBuilder out = new StringBuilder();
        new JsonWriter(out, "").write(value);
        return out.toString();
    }

    /** JSON with {@code indent} per level, as {@code json.MarshalIndent}. */
    public static String writeIndented(Object value, String indent) {
        StringBuilder out = new StringBuilder();
        new JsonWriter(out, indent).write(value);
        return out.toString();
    }
}
