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

    /** {@code name:line:column} with the column counted from 1, as editors want it. */
    @Override
    public String toString() {
        return source.name() + ":" + line() + ":" + (column() + 1);
    }
}
