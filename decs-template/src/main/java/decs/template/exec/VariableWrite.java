package decs.template.exec;

/**
 * A variable on the left side.
 *
 * @param kindSlot where to note whether an item or a result is held; -1 for variables that hold one kind only
 */
record VariableWrite(int slot, int kindSlot) {
    void item(Frame frame, Object value) {
        frame.slots[slot] = value;
        if (kindSlot >= 0) {
            frame.slots[kindSlot] = true;
        }
    }

    void result(Frame frame, Object value) {
        frame.slots[slot] = value;
        if (kindSlot >= 0) {
            frame.slots[kindSlot] = false;
        }
    }
}
