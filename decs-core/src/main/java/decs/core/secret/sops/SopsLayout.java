package decs.core.secret.sops;

import decs.template.value.ValueMap;
import java.util.List;

/** How a format keeps values and SOPS's own section, and how its text looks without the encryption. */
interface SopsLayout {
    /** The documents of a text, each with the {@code sops} section as a mapping where it stands. */
    List<ValueMap> read(String text);

    /** The text with plain values and without the section. */
    String write(String text, List<ValueMap> plain, SopsTree tree);

    static SopsLayout of(SopsFormat format) {
        return switch (format) {
            case YAML -> new YamlLayout();
            case JSON, BINARY -> new JsonLayout();
            case DOTENV -> new DotenvLayout();
            case INI -> new IniLayout();
        };
    }
}
