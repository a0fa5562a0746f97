package decs.template.exec;

import decs.template.parse.Node;

/** {@code .} */
final class Dot extends Expression {
    private final Node node;
    private final boolean isItem;

    Dot(Node node, boolean isItem) {
        this.node = node;
        this.isItem = isItem;
    }

    @Override
    Object eval(Frame frame) {
        return frame.dot;
    }

    @Override
    Node end() {
        return node;
    }

    @Override
    boolean nilIsValue(Frame frame) {
        return isItem;
    }

    @Override
    String typeName(Frame frame, Object value) {
        return isItem ? Items.typeName(frame.items) : super.typeName(frame, value);
    }
}
