package decs.core.secret.sops;

import decs.template.source.DecsException;
import decs.template.source.Source;
import decs.template.value.ValueMap;
import decs.template.yaml.Json;
import decs.template.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * YAML: tokens are replaced where they stand, so that comments, order and templates inside the values stay; SOPS's
 * section, always a block at the end of a document, is cut out.
 */
final class YamlLayout implements SopsLayout {
    private static final Pattern QUOTED_TOKEN = Pattern.compile("([\"']?)(" + SopsToken.FORM.pattern() + ")\\1");

    @Override
    @SuppressWarnings("unchecked")
    public List<ValueMap> read(String text) {
        List<ValueMap> documents = new ArrayList<>();
        for (Object document : Yaml.readAllV3(Source.of("encrypted.yaml", text))) {
            if (document instanceof Map<?, ?> map) {
                documents.add(new ValueMap((Map<String, Object>) map));
            } else if (document != null) {
                throw new DecsException("sops: a document is no mapping");
            }
        }
        if (documents.isEmpty()) {
            throw new DecsException("sops: the file is empty");
        }
        return documents;
    }

    @Override
    public String write(String text, List<ValueMap> plain, SopsTree tree) {
        StringBuilder out = new StringBuilder();
        boolean inSection = false;
        for (String line : text.split("\n", -1)) {
            boolean continues = line.isEmpty() || line.startsWith(" ") || line.startsWith("\t");
            inSection = line.startsWith("sops:") || (inSection && continues);
            if (!inSection) {
                line(line, tree, out);
            }
        }
        return out.toString().stripTrailing() + "\n";
    }

    private static void line(String line, SopsTree tree, StringBuilder out) {
        Matcher token = QUOTED_TOKEN.matcher(line);
        int from = 0;
        while (token.find()) {
            String text = token.group(2);
            Object value = tree.opened().get(text);
            if (value == null) {
                out.append(line, from, token.start())
                        .append(tree.comment(SopsToken.parse(text).orElseThrow()));
            } else if (text.endsWith("type:comment]")) { // SOPS writes comments in lists as items
                out.append(line, from, line.lastIndexOf('-', token.start()))
                        .append('#')
                        .append(value);
            } else {
                out.append(line, from, token.start()).append(written(value, line, token.end()));
            }
            from = token.end();
        }
        out.append(line, from, line.length()).append('\n');
    }

    private static String written(Object value, String line, int end) {
        String text = Yaml.writeV3(value).stripTrailing();
        if (!text.contains("\n")) {
            return text;
        }
        boolean lastOnItsLine = end == line.length();
        return lastOnItsLine && text.startsWith("|") ? indented(text, indentation(line)) : Json.write(value);
    }

    /** A block scalar's lines, further in than the key or item that they belong to. */
    private static String indented(String block, String indentation) {
        return String.join("\n" + indentation, block.split("\n", -1));
    }

    private static String indentation(String line) {
        int spaces = 0;
        while (spaces < line.length() && (line.charAt(spaces) == ' ' || line.startsWith("- ", spaces))) {
            spaces++;
        }
        return " ".repeat(spaces);
    }
}
