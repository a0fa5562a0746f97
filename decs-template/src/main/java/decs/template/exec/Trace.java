package decs.template.exec;

import decs.template.parse.Node;
import decs.template.parse.Statement;
import decs.template.source.Position;
import decs.template.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A template's text with the place that each part of it came from. It is made by a second, slower run, for a text that
 * turned out to be wrong.
 */
public final class Trace {
    private final StringBuilder out = new StringBuilder();
    private final List<Part> parts = new ArrayList<>();

    /** What one statement wrote, up to the next part. */
    private record Part(int start, Source source, Node node, Position origin) {}

    /**
     * Where a part of the text came from.
     *
     * @param action whether an action wrote it, rather than the template's own text
     * @param origin where the value was written that the action printed
     */
    public record Place(Position at, boolean action, Optional<Position> origin) {}

    Trace() {}

    StringBuilder out() {
        return out;
    }

    /** Notes that a statement runs; counts only when it writes to the text itself, not to one that a function makes. */
    void enter(Frame frame, Node node, Optional<Position> origin) {
        if (frame.out == out) {
            parts.add(new Part(out.length(), frame.template.source(), node, origin.orElse(null)));
        }
    }

    public String text() {
        return out.toString();
    }

    /** Where the character at {@code offset} came from; empty when no statement wrote it. */
    public Optional<Place> at(int offset) {
        int low = 0;
        int high = parts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (parts.get(middle).start() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        if (low == 0) {
            return Optional.empty();
        }
        Part part = parts.get(low - 1);
        boolean text = part.node() instanceof Statement.Text;
        int within = text ? offset - part.start() : 0;
        Position at = part.source().at(part.node().offset() + within);
        return Optional.of(new Place(at, !text, Optional.ofNullable(part.origin())));
    }
}
