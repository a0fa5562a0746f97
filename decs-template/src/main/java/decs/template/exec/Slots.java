package decs.template.exec;

import decs.template.parse.Operand;
import decs.template.parse.Variable;
import java.util.HashMap;
import java.util.Map;

/** The variable slots of one body, with extra ones for variables whose kind only the run shows. */
final class Slots {
    private static final int NONE = -1;

    private final Map<Variable, Integer> kindSlots = new HashMap<>();
    private int count;

    Slots(int count) {
        this.count = count;
    }

    int count() {
        return count;
    }

    VariableWrite write(Variable variable) {
        return new VariableWrite(variable.slot(), kindSlot(variable));
    }

    VariableRead read(Operand.VariableUse use) {
        Variable variable = use.variable();
        int kindSlot = kindSlot(variable);
        return kindSlot == NONE
                ? VariableRead.of(use, variable.slot(), variable.holdsItems())
                : VariableRead.mixed(use, variable.slot(), kindSlot);
    }

    private int kindSlot(Variable variable) {
        if (!variable.holdsItems() || !variable.holdsResults()) {
            return NONE;
        }
        return kindSlots.computeIfAbsent(variable, added -> count++);
    }
}
