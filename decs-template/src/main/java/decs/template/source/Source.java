package decs.template.source;

import java.util.Arrays;
import java.util.Objects;

/**
 * A named text: a template, a values file, a spec. Offsets count UTF-16 units of {@link #text()}; lines and columns
 * are worked out on demand from a table made once.
 */
public final class Source {
    private final String name;
    private final String text;
    private final Position start;
    private int[] lineStarts;

    private Source(String name, String text, Position start) {
        this.name = Objects.requireNonNull(name, "name");
        this.text = Objects.requireNonNull(text, "text");
        this.start = start;
    }

    /** The text {@code text} under the name that errors will show, such as {@code app/templates/deploy.yaml}. */
    public static Source of(String name, String text) {
        return new Source(name, text, null);
    }

    /** A stretch of this text, whose lines count from its own start, while people are shown places in the whole. */
    public Source part(int from, int to) {
        return new Source(name, text.substring(from, to), at(from));
    }

    /** The place of an offset as people are shown it. */
    Position shown(int offset) {
        return start == null ? at(offset) : start.source().at(start.offset() + offset);
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    /** The line, counted from 1, that holds {@code offset}. */
    public int line(int offset) {
        int found = Arrays.binarySearch(lineStarts(), clamp(offset));
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The offset within its line, counted from 0, in UTF-16 units. */
    public int column(int offset) {
        return clamp(offset) - lineStarts()[line(offset) - 1];
    }

    /** The text of a line, counted from 1, without its line end; empty when there is no such line. */
    public String lineText(int line) {
        int[] starts = lineStarts();
        if (line < 1 || line > starts.length) {
            return "";
        }
        int from = starts[line - 1];
        int to = line < starts.length ? starts[line] - 1 : text.length();
        if (to > from && text.charAt(to - 1) == '\r') {
            to--;
        }
        return text.substring(from, to);
    }

    /** The offset at which a line, counted from 1, starts. */
    public int lineStart(int line) {
        int[] starts = lineStarts();
        return starts[Math.max(0, Math.min(line, starts.length) - 1)];
    }

    /** The place of {@code offset} in this source. */
    public Position at(int offset) {
        return new Position(this, offset);
    }

    private int clamp(int offset) {
        return Math.max(0, Math.min(offset, text.length()));
    }

    private int[] lineStarts() {
        int[] starts = lineStarts; // racy on purpose: every thread computes the same table
        if (starts == null) {
            starts = new int[16];
            int count = 1;
            for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
            starts = Arrays.copyOf(starts, count);
            lineStarts = starts;
        }
        return starts;
    }

    @Override
    public String toString() {
        return name;
    }
}
