package decs.template.parse;

import java.util.List;

/** One stage of a pipeline: an operand, or a function or method with its arguments. */
public record Command(int offset, List<Operand> operands) implements Node {
    public Command {
        operands = List.copyOf(operands);
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (Operand operand : operands) {
            if (out.length() > 0) {
                out.append(' ');
            }
            if (operand instanceof Pipeline) {
                out.append('(').append(operand).append(')');
            } else {
                out.append(operand);
            }
        }
        return out.toString();
    }
}
