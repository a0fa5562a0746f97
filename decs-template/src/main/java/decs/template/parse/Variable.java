package decs.template.parse;

/**
 * A variable of one template body, with the slot that holds its value at run time. Slots are reused once a variable's
 * block has ended.
 */
public final class Variable {
    private final int slot;
    private boolean holdsItems;

    Variable(int slot) {
        this.slot = slot;
    }

    void noteItem() {
        holdsItems = true;
    }

    public int slot() {
        return slot;
    }

    /** Whether {@code range} puts items of a collection here, which Go sees as interface values. */
    public boolean holdsItems() {
        return holdsItems;
    }
}
