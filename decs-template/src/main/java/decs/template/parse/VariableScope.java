package decs.template.parse;

import java.util.ArrayList;
import java.util.List;

/** The variables that one definition's parser has in sight, innermost last; {@code $} is always the first. */
final class VariableScope {
    private final List<String> names = new ArrayList<>();
    private final List<Variable> variables = new ArrayList<>();
    private final List<String> announced = new ArrayList<>(2);
    private int slots;

    VariableScope() {
        declare("$");
    }

    int mark() {
        return names.size();
    }

    /** What is known by name only: to be given to {@link #release} together with the mark. */
    int knownMark() {
        return announced.size();
    }

    /** Forgets what was declared since. */
    void release(int mark, int knownMark) {
        drop(mark);
        announced.subList(knownMark, announced.size()).clear();
    }

    /**
     * Ends a branch: Go's parser still knows its variables in the {@code else} branch, where a run finds none of that
     * name, or one further out.
     */
    void endBranch(int mark) {
        announced.addAll(names.subList(mark, names.size()));
        drop(mark);
    }

    private void drop(int mark) {
        names.subList(mark, names.size()).clear();
        variables.subList(mark, variables.size()).clear();
    }

    int slots() {
        return slots;
    }

    /** A name on the left side: known from here on, but its value only exists once the right side has run. */
    void announce(String name) {
        announced.add(name);
    }

    /** Declares a name that was announced. */
    Variable declare(String name) {
        announced.remove(name);
        Variable variable = new Variable(names.size());
        add(name, variable);
        return variable;
    }

    /** The variable that an announced name assigns; null where nobody declared it, although Go's parser lets it pass. */
    Variable assign(String name) {
        announced.remove(name);
        Variable variable = find(name);
        if (!names.contains(name)) {
            add(name, null);
        }
        return variable;
    }

    private void add(String name, Variable variable) {
        names.add(name);
        variables.add(variable);
        slots = Math.max(slots, names.size());
    }

    boolean knows(String name) {
        return names.contains(name) || announced.contains(name);
    }

    /** The innermost variable of that name; null where there is none, or none that was declared. */
    Variable find(String name) {
        int at = names.lastIndexOf(name);
        return at < 0 ? null : variables.get(at);
    }
}
