package decs.template.source;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What is wrong, as data: the place, one sentence, the trail from the innermost step outward, where the offending value
 * came from, and what to do about it. {@link ProblemPrinter} draws it.
 */
public record Problem(
        Optional<Position> at, String message, List<Frame> trail, Optional<Position> origin, Optional<String> hint) {
    public Problem {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(hint, "hint");
        trail = List.copyOf(trail);
    }

    public static Problem of(String message) {
        return new Problem(Optional.empty(), message, List.of(), Optional.empty(), Optional.empty());
    }

    public static Problem at(Position at, String message) {
        return new Problem(Optional.of(at), message, List.of(), Optional.empty(), Optional.empty());
    }

    public Problem withHint(String hint) {
        return new Problem(at, message, trail, origin, Optional.of(hint));
    }

    public Problem withOrigin(Position origin) {
        return new Problem(at, message, trail, Optional.of(origin), hint);
    }

    /** The same with every place moved, such as from a text's name inside an engine to the file it came from. */
    public Problem moved(UnaryOperator<Position> move) {
        return new Problem(
                at.map(move),
                message,
                trail.stream()
                        .map(frame -> new Frame(move.apply(frame.at()), frame.what()))
                        .toList(),
                origin.map(move),
                hint);
    }

    public Problem withTrail(List<Frame> trail) {
        return new Problem(at, message, trail, origin, hint);
    }
}
