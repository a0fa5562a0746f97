package decs.template.exec;

import decs.template.parse.Node;
import decs.template.source.Position;
import java.util.Optional;

/** One running template: its data, its variables, its output. */
final class Frame {
    final Execution execution;
    final Templates templates;
    final LinkedTemplate template;
    final Object[] slots;
    final StringBuilder out;
    /** How many templates of this execution stand above, as Go's {@code template} action counts them. */
    final int depth;

    Object dot;
    /** What the innermost range goes through. */
    Object items;
    /** Where Go's executor would stand, after an expression that cannot say so beforehand. */
    Node at;
    /** Where the block of statements begins that was entered last. */
    Node statement;
    /** Whether the null that a field gave last is an interface value to Go. */
    boolean nilIsValue;

    Frame(
            Execution execution,
            Templates templates,
            LinkedTemplate template,
            Object data,
            StringBuilder out,
            int depth) {
        this.execution = execution;
        this.templates = templates;
        this.template = template;
        this.slots = new Object[template.body().slots()];
        this.slots[0] = data;
        this.dot = data;
        this.out = out;
        this.depth = depth;
    }

    /** A template called by this one, which writes to the same output. */
    Frame call(LinkedTemplate callee, Object data) {
        return new Frame(execution, templates, callee, data, out, depth + 1);
    }

    Level level(Node node) {
        return new Level(template.source(), template.name(), node == null ? at : node);
    }

    /** A failure at {@code node}, or where the run stands when it is null. */
    ExecutionFailure failure(Node node, String message) {
        return ExecutionFailure.at(level(node), message, null, null);
    }

    ExecutionFailure failure(Node node, String message, Optional<Position> origin) {
        return ExecutionFailure.at(level(node), message, origin.orElse(null), null);
    }

    /** The machine's own limits are met: its stack or its heap. */
    ExecutionFailure exhausted(Node node, VirtualMachineError met) {
        String why = met instanceof OutOfMemoryError
                ? "more memory than the heap has (" + (Runtime.getRuntime().maxMemory() >> 20) + " MB)"
                : "values are nested too deeply";
        return stopped(node, why);
    }

    /** A budget is used up; {@code node} is null where nothing says which statement was to run. */
    ExecutionFailure stopped(Node node, String why) {
        String stopped = ExecutionFailure.STOPPED + why;
        return node == null && at == null
                ? ExecutionFailure.of(
                        "template: " + template.source().name() + ": executing \"" + template.name() + "\": " + stopped)
                : failure(node, stopped);
    }
}
