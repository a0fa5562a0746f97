package decs.template.exec;

import decs.template.parse.Operand;
import decs.template.parse.Variable;
import java.util.HashMap;
import java.util.Map;

/** The variable slots of one body, with extra ones for what a range goes through. */
final class Slots {
    private static final int NONE = -1;

    private final Map<Variable, Integer> itemsSlots = new HashMap<>();
    private int count;

    Slots(int count) {
        this.count = count;
    }

    int count() {
        return count;
    }

    VariableWrite write(Variable variable) {
        return new VariableWrite(variable.slot(), itemsSlot(variable));
    }

    VariableRead read(Operand.VariableUse use) {
        return new VariableRead(use, use.variable().slot(), itemsSlot(use.variable()));
    }

    private int itemsSlot(Variable variable) {
        return variable.holdsItems() ? itemsSlots.computeIfAbsent(variable, added -> count++) : NONE;
    }
}
