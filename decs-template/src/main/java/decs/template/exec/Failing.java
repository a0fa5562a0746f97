package decs.template.exec;

import decs.template.parse.Node;

/** What can only fail when it is run. */
final class Failing extends Expression {
    private final Expression before;
    private final Node at;
    private final String message;

    /**
     * A failure.
     *
     * @param before what runs first; null for nothing
     * @param at where it is reported; null when only the run shows it
     */
    Failing(Expression before, Node at, String message) {
        this.before = before;
        this.at = at;
        this.message = message;
    }

    @Override
    Object eval(Frame frame) {
        if (before != null) {
            before.eval(frame);
        }
        throw frame.failure(at, message);
    }

    @Override
    Node end() {
        return at;
    }
}
