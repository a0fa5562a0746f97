package decs.template.yaml;

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
