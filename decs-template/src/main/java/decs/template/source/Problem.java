package decs.template.source;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What is wrong, as data: the place, one sentence, the trail from the innermost step outward, where the offending value
 * came from, and what to do about it. {@link ProblemPrinter} draws it.
 *
 * @param rendered where a rendered text is wrong, when {@code at} is the template's place that gave it
 */
public record Problem(
        Optional<Position> at,
        String message,
        List<Frame> trail,
        Optional<Position> origin,
        Optional<String> hint,
        Optional<Position> rendered) {
    public Problem {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(origin, "origin");
        Objects.requireNonNull(hint, "hint");
        Objects.requireNonNull(rendered, "rendered");
        trail = List.copyOf(trail);
    }

    public Problem(
            Optional<Position> at,
            String message,
            List<Frame> trail,
            Optional<Position> origin,
            Optional<String> hint) {
        this(at, message, trail, origin, hint, Optional.empty());
    }

    public static Problem of(String message) {
        return new Problem(Optional.empty(), message, List.of(), Optional.empty(), Optional.empty());
    }

    public static Problem at(Position at, String message) {
        return new Problem(Optional.of(at), message, List.of(), Optional.empty(), Optional.empty());
    }

    public Problem withMessage(String message) {
        return new Problem(at, message, trail, origin, hint, rendered);
    }

    public Problem withHint(String hint) {
        return new Problem(at, message, trail, origin, Optional.of(hint), rendered);
    }

    public Problem withOrigin(Position origin) {
        return new Problem(at, message, trail, Optional.of(origin), hint, rendered);
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
        return new Problem(at, message, trail, origin, hint, rendered);
    }

    /** This problem, met in a rendered text, at the place in the template that gave the text. */
    public Problem givenAt(Position template) {
        return new Problem(Optional.of(template), message, trail, origin, hint, at);
    }
}
