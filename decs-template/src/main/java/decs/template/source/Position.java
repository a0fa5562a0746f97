package decs.template.source;

import java.util.Objects;

/** A place in a {@link Source}: an offset in UTF-16 units. */
public record Position(Source source, int offset) {
    public Position {
        Objects.requireNonNull(source, "source");
    }

    /** The line, counted from 1. */
    public int line() {
        return source.line(offset);
    }

    /** The column, counted from 0, in UTF-16 units. */
    public int column() {
        return source.column(offset);
    }

    /** The same place in the text that people know, when the source is a part of one. */
    public Position shown() {
        return source.shown(offset);
    }

    /** {@code name:line:column} in the text that people know, with the column counted from 1, as editors want it. */
    @Override
    public String toString() {
        Position shown = shown();
        return shown.source.name() + ":" + shown.line() + ":" + (shown.column() + 1);
    }
}
