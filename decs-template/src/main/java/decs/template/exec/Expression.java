package decs.template.exec;

import decs.template.gofmt.GoTypes;
import decs.template.parse.Node;
import decs.template.source.Position;
import java.util.Optional;

/** A compiled operand, command or pipeline: it gives a value, null for Go's nil. */
abstract class Expression {
    /** The value. */
    abstract Object eval(Frame frame);

    /** Whether the value counts as true. */
    boolean test(Frame frame) {
        return Truth.of(eval(frame));
    }

    /**
     * The node at which Go's executor stands once this has run: later errors are reported there. Null when only the run
     * shows it; it is then in {@link Frame#at}.
     */
    abstract Node end();

    /**
     * Asked right after {@link #eval} gave null: whether Go holds an interface value that is nil, rather than no value
     * at all. The messages differ.
     */
    boolean nilIsValue(Frame frame) {
        return false;
    }

    /** The Go type that messages give to a value of this expression; that of an item is its collection's. */
    String typeName(Frame frame, Object value) {
        return GoTypes.typeName(value);
    }

    /** Where the value was written, when that is known; asked for errors only. */
    Optional<Position> origin(Frame frame) {
        return Optional.empty();
    }
}
