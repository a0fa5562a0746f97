package decs.template.exec;

/**
 * A variable on the left side.
 *
 * @param itemsSlot where to note what a range goes through; -1 for variables that hold no items
 */
record VariableWrite(int slot, int itemsSlot) {
    /** Takes an item of a collection, which is an interface value to Go. */
    void item(Frame frame, Object value, Object collection) {
        frame.slots[slot] = value;
        if (itemsSlot >= 0) {
            frame.slots[itemsSlot] = collection;
        }
    }

    /** Takes the result of a pipeline, or the key of an item. */
    void result(Frame frame, Object value) {
        frame.slots[slot] = value;
        if (itemsSlot >= 0) {
            frame.slots[itemsSlot] = null;
        }
    }
}
