package decs.template.yaml;

import decs.template.source.Source;
import decs.template.value.ValueMap;

/** TOML as Go's most used library, {@code github.com/BurntSushi/toml}, reads and writes it. */
public final class Toml {
    private Toml() {}

    /**
     * A TOML document: integers are Long, floats Double, dates and times {@link decs.template.gofmt.GoTime}; maps have
     * origins.
     *
     * @throws YamlException with the library's wording ({@code toml: line 1 (last key "a"): …})
     */
    public static ValueMap read(Source source) {
        return new TomlReader(source).read();
    }

    /**
     * {@code value} as TOML, keys in byte order, plain ones before tables; nulls are left out. Anything but a mapping
     * is written as a bare value.
     *
     * @throws YamlException for what TOML cannot hold, with the library's wording
     */
    public static String write(Object value) {
        StringBuilder out = new StringBuilder();
        new TomlWriter(out).document(value);
        return out.toString();
    }
}
