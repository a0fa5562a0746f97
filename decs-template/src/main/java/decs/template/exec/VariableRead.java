package decs.template.exec;

import decs.template.parse.Node;

/** {@code $x} */
final class VariableRead extends Expression {
    private static final int FIXED = -1;

    private final Node node;
    private final int slot;
    private final boolean holdsItems;
    private final int kindSlot;

    private VariableRead(Node node, int slot, boolean holdsItems, int kindSlot) {
        this.node = node;
        this.slot = slot;
        this.holdsItems = holdsItems;
        this.kindSlot = kindSlot;
    }

    /** A variable that always holds items of collections, or never. */
    static VariableRead of(Node node, int slot, boolean holdsItems) {
        return new VariableRead(node, slot, holdsItems, FIXED);
    }

    /** A variable that holds items at one time and results at another: the run notes it in {@code kindSlot}. */
    static VariableRead mixed(Node node, int slot, int kindSlot) {
        return new VariableRead(node, slot, false, kindSlot);
    }

    @Override
    Object eval(Frame frame) {
        return frame.slots[slot];
    }

    @Override
    Node end() {
        return node;
    }

    @Override
    boolean nilIsValue(Frame frame) {
        return kindSlot == FIXED ? holdsItems : Boolean.TRUE.equals(frame.slots[kindSlot]);
    }
}
