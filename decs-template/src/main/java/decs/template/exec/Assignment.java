package decs.template.exec;

import decs.template.parse.Node;

/** A pipeline whose result is put into variables, too. */
final class Assignment extends Expression {
    private final Expression value;
    private final VariableWrite[] targets;

    Assignment(Expression value, VariableWrite[] targets) {
        this.value = value;
        this.targets = targets;
    }

    @Override
    Object eval(Frame frame) {
        Object result = value.eval(frame);
        for (VariableWrite target : targets) {
            target.result(frame, result);
        }
        return result;
    }

    @Override
    Node end() {
        return value.end();
    }
}
