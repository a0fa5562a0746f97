package decs.core.secret.sops;

import decs.template.value.ValueMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** INI files: sections with {@code key = value} lines; SOPS's own section is {@code [sops]}. */
final class IniLayout implements SopsLayout {
    private static final String SOPS = "sops";
    private static final String DEFAULT = "DEFAULT";

    @Override
    public List<ValueMap> read(String text) {
        ValueMap document = new ValueMap();
        Map<String, String> own = new LinkedHashMap<>();
        String section = DEFAULT;
        for (String line : text.split("\\R")) {
            String trimmed = line.strip();
            if (trimmed.startsWith("[") && trimmed.endsWith("]")) {
                section = trimmed.substring(1, trimmed.length() - 1).strip();
                if (!section.equals(SOPS)) {
                    document.computeIfAbsent(section, name -> new ValueMap());
                }
            } else if (isEntry(trimmed)) {
                int equals = trimmed.indexOf('=');
                String name = trimmed.substring(0, equals).strip();
                String value = unquoted(trimmed.substring(equals + 1).strip());
                if (section.equals(SOPS)) {
                    own.put(name, value);
                } else {
                    ((ValueMap) document.computeIfAbsent(section, key -> new ValueMap())).put(name, value);
                }
            }
        }
        if (!own.isEmpty()) {
            document.put(SOPS, FlatSection.nested(own));
        }
        return List.of(document);
    }

    @Override
    public String write(String text, List<ValueMap> plain, SopsTree tree) {
        StringBuilder out = new StringBuilder();
        String section = DEFAULT;
        for (String line : text.split("\\R")) {
            String trimmed = line.strip();
            if (trimmed.startsWith("[") && trimmed.endsWith("]")) {
                section = trimmed.substring(1, trimmed.length() - 1).strip();
            }
            if (section.equals(SOPS)) {
                continue;
            }
            boolean comment = trimmed.startsWith("#") || trimmed.startsWith(";");
            if (comment) {
                String body = trimmed.substring(1).strip();
                out.append(trimmed.charAt(0))
                        .append(' ')
                        .append(SopsToken.parse(body).map(tree::comment).orElse(body));
            } else if (isEntry(trimmed)) {
                String name = trimmed.substring(0, trimmed.indexOf('=')).strip();
                Object value = plain.get(0).get(section) instanceof Map<?, ?> values ? values.get(name) : "";
                out.append(line, 0, line.indexOf('=') + 1).append(' ').append(value);
            } else {
                out.append(line);
            }
            out.append('\n');
        }
        return out.toString().stripTrailing() + "\n";
    }

    private static boolean isEntry(String trimmed) {
        return trimmed.indexOf('=') > 0 && !trimmed.startsWith("#") && !trimmed.startsWith(";");
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.charAt(0) == value.charAt(value.length() - 1);
        return quoted && (value.startsWith("\"") || value.startsWith("`") || value.startsWith("'"))
                ? value.substring(1, value.length() - 1)
                : value;
    }
}
