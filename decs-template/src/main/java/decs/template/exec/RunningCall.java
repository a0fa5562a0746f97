package decs.template.exec;

import decs.template.language.FunctionCall;
import decs.template.language.Host;
import decs.template.language.Limits;
import decs.template.parse.Node;
import decs.template.source.Position;

/** A call, as the called function sees it. */
final class RunningCall implements FunctionCall {
    private final Frame frame;
    private final Node node;

    RunningCall(Frame frame, Node node) {
        this.frame = frame;
        this.node = node;
    }

    Frame frame() {
        return frame;
    }

    @Override
    public Host host() {
        return frame.execution.host;
    }

    @Override
    public Object attachment() {
        return frame.execution.attachment;
    }

    @Override
    public Limits limits() {
        return frame.execution.limits;
    }

    @Override
    public Position position() {
        return frame.template.source().at(node.offset());
    }

    @Override
    public String include(String name, Object data) {
        return Includes.include(frame, name, data, IncludeFunctions.DEFAULT_ROOT);
    }

    @Override
    public String tpl(String text, Object data) {
        return Includes.run(frame, text, data, IncludeFunctions.DEFAULT_ROOT);
    }

    @Override
    public void spend(long steps) {
        frame.execution.spendMany(steps, frame, node);
    }
}
