package decs.template.exec;

import decs.template.gofmt.GoString;
import decs.template.parse.DeepStack;
import decs.template.parse.Node;
import decs.template.source.Source;

/**
 * One level of a failure: a node of a running template.
 *
 * @param source the text that holds the node
 * @param executing the name of the template that was running
 */
public record Level(Source source, String executing, Node node) {
    /** The node's text, as Go's messages show it. */
    public String nodeText() {
        try {
            return node.toString();
        } catch (StackOverflowError deep) {
            return DeepStack.call(node::toString);
        }
    }

    /** The line, counted from 1. */
    public int line() {
        return source.line(node.offset());
    }

    /** The column, counted from 0 in bytes, as Go counts it. */
    public int column() {
        int start = source.lineStart(line());
        return GoString.length(source.text().substring(start, node.offset()));
    }
}
