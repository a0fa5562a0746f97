package decs.core.diff;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A golden case in one file: sections that start with {@code -- name --}; what stands before the first is a comment. */
record TextArchive(String comment, Map<String, String> sections) {

    static TextArchive resource(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + name);
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TextArchive parse(String text) {
        Map<String, StringBuilder> sections = new LinkedHashMap<>();
        StringBuilder comment = new StringBuilder();
        StringBuilder current = comment;
        for (String line : text.split("(?<=\n)")) {
            String trimmed = line.strip();
            if (trimmed.startsWith("-- ") && trimmed.endsWith(" --")) {
                current = new StringBuilder();
                sections.put(trimmed.substring(3, trimmed.length() - 3), current);
            } else {
                current.append(line);
            }
        }
        Map<String, String> texts = new LinkedHashMap<>();
        sections.forEach((name, body) -> texts.put(name, body.toString()));
        return new TextArchive(comment.toString(), texts);
    }

    String section(String name) {
        return sections.getOrDefault(name, "");
    }
}
