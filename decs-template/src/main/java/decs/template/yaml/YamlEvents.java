package decs.template.yaml;

import decs.template.source.Position;
import decs.template.source.Source;

/**
 * A YAML text as a sequence of events, pulled one by one, for readers that want only part of it or must not hold all of
 * it: {@code while (events.next() != YamlEvent.STREAM_END) …}. The accessors speak of the event last returned.
 */
public final class YamlEvents {
    private final Source source;
    private final YamlParser parser;

    private YamlEvents(Source source, Dialect dialect) {
        this.source = source;
        this.parser = new YamlParser(new CharInput(source, dialect));
    }

    /** The events of {@code source} as the library behind Helm sees them, with its errors. */
    public static YamlEvents of(Source source) {
        return new YamlEvents(source, Dialect.V2);
    }

    /** The events of {@code source} as the library behind helmfile sees them. */
    static YamlEvents ofV3(Source source) {
        return new YamlEvents(source, Dialect.V3);
    }

    /** The next event; {@link YamlEvent#STREAM_END} again and again at the end. */
    public YamlEvent next() {
        return parser.next();
    }

    /** A scalar's text, or an alias's name. */
    public String text() {
        return parser.value;
    }

    /** The scalar's style; null for other events. */
    public ScalarStyle style() {
        return parser.style;
    }

    /** The node's anchor, or null. */
    public String anchor() {
        return parser.anchor;
    }

    /** The node's tag written out, or null. */
    public String tag() {
        return parser.tag;
    }

    /** The offset at which the event's text begins. */
    int offset() {
        return parser.offset;
    }

    /** Where the event's text begins. */
    public Position position() {
        return source.at(parser.offset);
    }

    /** Passes over the rest of the node whose first event was returned last. */
    public void skip() {
        int depth = 0;
        YamlEvent event = parser.event;
        while (true) {
            switch (event) {
                case MAPPING_START, SEQUENCE_START -> depth++;
                case MAPPING_END, SEQUENCE_END -> depth--;
                default -> {}
            }
            if (depth <= 0) {
                return;
            }
            event = parser.next();
        }
    }
}
