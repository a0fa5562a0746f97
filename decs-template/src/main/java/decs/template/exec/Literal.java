package decs.template.exec;

import decs.template.parse.Node;

/** A value that is known before the run. */
final class Literal extends Expression {
    private final Node node;
    private final Object value;

    Literal(Node node, Object value) {
        this.node = node;
        this.value = value;
    }

    Object value() {
        return value;
    }

    @Override
    Object eval(Frame frame) {
        return value;
    }

    @Override
    Node end() {
        return node;
    }
}
