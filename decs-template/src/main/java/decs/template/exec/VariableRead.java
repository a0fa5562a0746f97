package decs.template.exec;

import decs.template.parse.Node;

/** {@code $x} */
final class VariableRead extends Expression {
    private final Node node;
    private final int slot;
    private final int itemsSlot;

    /**
     * A variable.
     *
     * @param itemsSlot where a range notes what it goes through, when it gives this variable its value; -1 for
     *     variables that hold no items
     */
    VariableRead(Node node, int slot, int itemsSlot) {
        this.node = node;
        this.slot = slot;
        this.itemsSlot = itemsSlot;
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
        return itemsSlot >= 0 && frame.slots[itemsSlot] != null;
    }

    @Override
    String typeName(Frame frame, Object value) {
        return nilIsValue(frame) ? Items.typeName(frame.slots[itemsSlot]) : super.typeName(frame, value);
    }
}
