package decs.core.kustomize;

import decs.template.source.Position;
import decs.template.source.Source;
import decs.template.yaml.YamlNode;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A scalar as it was written, since a patch keeps the quotes of what it replaces: {@code "1"} patched with {@code 2} is
 * text again. {@link #toString} is its text, {@link #value} what the text means.
 *
 * @param plain whether it stands without quotes, and so may be something else than text
 */
record Leaf(String text, boolean plain, Optional<String> tag) {
    private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})"
            + "(?:(?:[Tt]|[ \\t]+)(\\d{1,2}):(\\d{1,2}):(\\d{1,2})(\\.\\d+)?[ ]*(Z|[-+]\\d{1,2}(?::\\d{2})?)?)?");
    private static final Position NOWHERE = Source.of("value", "").at(0);

    Leaf {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(tag, "tag");
    }

    static Leaf of(YamlNode.Scalar scalar) {
        return new Leaf(scalar.text(), scalar.plain(), scalar.tag());
    }

    /** A text, whatever it looks like. */
    static Leaf text(String text) {
        return new Leaf(text, false, Optional.empty());
    }

    /** A value of a plain tree. */
    static Leaf of(Object value) {
        if (value instanceof String text) {
            return text(text);
        }
        return new Leaf(value == null ? "null" : decs.template.yaml.Json.write(value), true, Optional.empty());
    }

    boolean isNull() {
        return scalar().isNull();
    }

    /** This in the place of {@code before}, whose quotes it takes over. */
    Leaf over(Object before) {
        return before instanceof Leaf old && !old.plain && plain && !isNull() ? text(text) : this;
    }

    Object value() {
        Object value = scalar().value();
        return plain && tag.isEmpty() && value instanceof String date ? time(date) : value;
    }

    private YamlNode.Scalar scalar() {
        return new YamlNode.Scalar(NOWHERE, text, plain, tag);
    }

    /** Dates become points in time on the way through JSON. */
    private static String time(String text) {
        Matcher parts = DATE.matcher(text);
        if (!parts.matches()) {
            return text;
        }
        try {
            return timeText(parts);
        } catch (java.time.DateTimeException notOne) {
            return text;
        }
    }

    private static String timeText(Matcher parts) {
        boolean day = parts.group(4) == null;
        String zone = parts.group(8) == null ? "Z" : parts.group(8);
        OffsetDateTime time = OffsetDateTime.of(
                number(parts, 1),
                number(parts, 2),
                number(parts, 3),
                day ? 0 : number(parts, 4),
                day ? 0 : number(parts, 5),
                day ? 0 : number(parts, 6),
                0,
                zone.equals("Z") ? ZoneOffset.UTC : ZoneOffset.of(zone.contains(":") ? zone : zone + ":00"));
        String fraction = parts.group(7) == null ? "" : parts.group(7).replaceFirst("\\.?0+$", "");
        String offset =
                time.getOffset().getTotalSeconds() == 0 ? "Z" : time.getOffset().getId();
        return time.toLocalDateTime().format(java.time.format.DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss"))
                + fraction
                + offset;
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    @Override
    public String toString() {
        return text;
    }
}
