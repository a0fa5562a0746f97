package decs.template.exec;

/** Steps one after the other. */
final class Block extends Step {
    private final Step[] steps;
    private final int cost;

    Block(Step[] steps, int cost) {
        this.steps = steps;
        this.cost = cost;
    }

    @Override
    int run(Frame frame) {
        frame.execution.spend(cost, frame);
        for (Step step : steps) {
            int outcome = step.run(frame);
            if (outcome != NEXT) {
                return outcome;
            }
        }
        return NEXT;
    }
}
