package decs.template.exec;

import decs.template.parse.Node;

/** Steps one after the other. */
final class Block extends Step {
    private final Step[] steps;
    private final int cost;
    private final Node at;

    Block(Step[] steps, int cost, Node at) {
        this.steps = steps;
        this.cost = cost;
        this.at = at;
    }

    @Override
    int run(Frame frame) {
        frame.statement = at;
        frame.execution.spend(cost, frame, at);
        for (Step step : steps) {
            int outcome = step.run(frame);
            if (outcome != NEXT) {
                return outcome;
            }
        }
        return NEXT;
    }
}
