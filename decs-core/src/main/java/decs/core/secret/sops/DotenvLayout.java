package decs.core.secret.sops;

import decs.template.source.DecsException;
import decs.template.value.ValueMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code KEY=value} lines; the section stands in keys that begin with {@code sops_}. */
final class DotenvLayout implements SopsLayout {
    private static final String PREFIX = "sops_";

    @Override
    public List<ValueMap> read(String text) {
        ValueMap values = new ValueMap();
        Map<String, String> section = new LinkedHashMap<>();
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            int equals = line.indexOf('=');
            if (equals < 0) {
                throw new DecsException("sops: invalid dotenv input line: " + line);
            }
            String name = line.substring(0, equals);
            String value = line.substring(equals + 1);
            if (name.startsWith(PREFIX)) {
                section.put(name.substring(PREFIX.length()), value);
            } else {
                values.put(name, value.replace("\\n", "\n"));
            }
        });
        if (!section.isEmpty()) {
            values.put("sops", FlatSection.nested(section));
        }
        return List.of(values);
    }

    @Override
    public String write(String text, List<ValueMap> plain, SopsTree tree) {
        StringBuilder out = new StringBuilder();
        text.lines().filter(line -> !line.startsWith(PREFIX)).forEach(line -> {
            int equals = line.indexOf('=');
            Optional<SopsToken> comment = line.startsWith("#") ? SopsToken.parse(line.substring(1)) : Optional.empty();
            if (comment.isPresent()) {
                out.append('#').append(tree.comment(comment.get()));
            } else if (equals > 0 && !line.startsWith("#")) {
                String name = line.substring(0, equals);
                out.append(name)
                        .append('=')
                        .append(String.valueOf(plain.get(0).get(name)).replace("\n", "\\n"));
            } else {
                out.append(line);
            }
            out.append('\n');
        });
        return out.toString();
    }
}
