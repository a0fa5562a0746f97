package decs.template.exec;

import decs.template.gofmt.GoFormat;
import decs.template.gofmt.GoTypes;
import decs.template.language.TemplateFunction;
import decs.template.language.TemplateObject;
import decs.template.parse.Node;

/** The small steps. */
final class Steps {
    private static final int LONG_TEXT = 4096;

    private Steps() {}

    /** The expression whose value a step prints; null when it prints none. */
    static Expression printed(Step step) {
        return step instanceof Print print ? print.value : null;
    }

    /** Writes a fixed text. */
    static final class Text extends Step {
        private final String text;

        Text(String text) {
            this.text = text;
        }

        @Override
        int run(Frame frame) {
            frame.out.append(text);
            return NEXT;
        }
    }

    /** Prints a value. */
    static final class Print extends Step {
        private final Node node;
        private final Expression value;

        Print(Node node, Expression value) {
            this.node = node;
            this.value = value;
        }

        @Override
        int run(Frame frame) {
            Object result = value.eval(frame);
            if (result instanceof String text) {
                frame.out.append(text);
                if (text.length() > LONG_TEXT) {
                    frame.execution.spend(text.length() / LONG_TEXT, frame, node);
                }
            } else if (result instanceof TemplateFunction) {
                throw frame.failure(node, "can't print " + node + " of type " + GoTypes.typeName(result));
            } else if (result instanceof TemplateObject object
                    && GoTypes.kind(result).equals("struct")) {
                frame.out.append(object.actionText());
            } else {
                GoFormat.append(frame.out, result);
            }
            return NEXT;
        }
    }

    /** Evaluates for the effect: a declaration or an assignment. */
    static final class Evaluate extends Step {
        private final Expression value;

        Evaluate(Expression value) {
            this.value = value;
        }

        @Override
        int run(Frame frame) {
            value.eval(frame);
            return NEXT;
        }
    }

    /** {@code if} */
    static final class If extends Step {
        private final Expression condition;
        private final Step body;
        private final Step otherwise;

        If(Expression condition, Step body, Step otherwise) {
            this.condition = condition;
            this.body = body;
            this.otherwise = otherwise;
        }

        @Override
        int run(Frame frame) {
            return condition.test(frame) ? body.run(frame) : otherwise.run(frame);
        }
    }

    /** {@code with} */
    static final class With extends Step {
        private final Expression subject;
        private final Step body;
        private final Step otherwise;

        With(Expression subject, Step body, Step otherwise) {
            this.subject = subject;
            this.body = body;
            this.otherwise = otherwise;
        }

        @Override
        int run(Frame frame) {
            Object value = subject.eval(frame);
            if (!Truth.of(value)) {
                return otherwise.run(frame);
            }
            Object outer = frame.dot;
            frame.dot = value;
            int outcome = body.run(frame);
            frame.dot = outer;
            return outcome;
        }
    }

    /** {@code break}, {@code continue}, and nothing at all. */
    static final class Outcome extends Step {
        static final Step NOTHING = new Outcome(NEXT);

        private final int outcome;

        Outcome(int outcome) {
            this.outcome = outcome;
        }

        @Override
        int run(Frame frame) {
            return outcome;
        }
    }

    /** {@code template} */
    static final class CallTemplate extends Step {
        private final Node node;
        private final String name;
        private final Expression data;

        CallTemplate(Node node, String name, Expression data) {
            this.node = node;
            this.name = name;
            this.data = data;
        }

        @Override
        int run(Frame frame) {
            LinkedTemplate template = frame.templates.find(name);
            if (template == null) {
                throw frame.failure(node, "template " + GoFormat.quote(name) + " not defined")
                        .withHint(Hints.nearest(name, frame.templates.allNames()));
            }
            int maxDepth = frame.execution.limits.maxDepth();
            if (frame.depth >= maxDepth) {
                throw frame.failure(node, "exceeded maximum template depth (" + maxDepth + ")");
            }
            frame.execution.run(frame.call(template, data.eval(frame)));
            return NEXT;
        }
    }
}
