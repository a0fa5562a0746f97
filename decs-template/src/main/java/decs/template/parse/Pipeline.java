package decs.template.parse;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Commands joined by {@code |}, perhaps with variables that take the result. In parentheses it is an operand.
 *
 * @param targets the variables declared or assigned, in the order written
 * @param assigns {@code =} rather than {@code :=}
 */
public record Pipeline(int offset, List<Target> targets, boolean assigns, List<Command> commands) implements Operand {
    /** A variable on the left side; {@code variable} is null for an assignment to a name that nobody declared. */
    public record Target(String name, Variable variable) {}

    public Pipeline {
        targets = List.copyOf(targets);
        commands = List.copyOf(commands);
    }

    /** Whether it is nothing but a text, number or truth constant. */
    public boolean isLiteral() {
        if (!targets.isEmpty()
                || commands.size() > 1
                || commands.get(0).operands().size() > 1) {
            return false;
        }
        Operand only = commands.get(0).operands().get(0);
        return only instanceof Operand.Text || only instanceof Operand.Constant || only instanceof Operand.Bool;
    }

    @Override
    public String toString() {
        String right = commands.stream().map(Command::toString).collect(Collectors.joining(" | "));
        if (targets.isEmpty()) {
            return right;
        }
        String left = targets.stream().map(Target::name).collect(Collectors.joining(", "));
        return left + (assigns ? " = " : " := ") + right;
    }
}
