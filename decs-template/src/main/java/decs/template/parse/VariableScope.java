package decs.template.parse;

import java.util.ArrayList;
import java.util.List;

/** The variables that one definition's parser has in sight, innermost last; {@code $} is always the first. */
final class VariableScope {
    private final List<String> names = new ArrayList<>();
    private final List<Variable> variables = new ArrayList<>();
    private int slots;

    VariableScope() {
        declare("$").noteResult();
    }

    int mark() {
        return names.size();
    }

    void release(int mark) {
        names.subList(mark, names.size()).clear();
        variables.subList(mark, variables.size()).clear();
    }

    int slots() {
        return slots;
    }

    Variable declare(String name) {
        Variable variable = new Variable(names.size());
        add(name, variable);
        return variable;
    }

    /** Go's parser takes an assignment for a declaration, so that the name is known from here on. */
    void addUndeclared(String name) {
        add(name, null);
    }

    private void add(String name, Variable variable) {
        names.add(name);
        variables.add(variable);
        slots = Math.max(slots, names.size());
    }

    boolean knows(String name) {
        return names.contains(name);
    }

    /** The innermost variable of that name; null where there is none, or none that was declared. */
    Variable find(String name) {
        int at = names.lastIndexOf(name);
        return at < 0 ? null : variables.get(at);
    }
}
