package decs.template.exec;

import decs.template.parse.Node;
import decs.template.source.Position;
import java.util.Optional;

/** A step that says where it stands before it runs. */
final class Traced extends Step {
    private final Step step;
    private final Node node;
    private final Expression printed;

    /** A step; {@code printed} is null when it prints no value. */
    Traced(Step step, Node node, Expression printed) {
        this.step = step;
        this.node = node;
        this.printed = printed;
    }

    @Override
    int run(Frame frame) {
        Trace trace = frame.execution.trace;
        if (trace != null) {
            Optional<Position> origin = printed == null ? Optional.empty() : printed.origin(frame);
            trace.enter(frame, node, origin);
        }
        return step.run(frame);
    }
}
