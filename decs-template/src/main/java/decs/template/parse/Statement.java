package decs.template.parse;

import java.util.List;

/** What stands in a template's body: text, or something between delimiters that runs. */
public sealed interface Statement extends Node {
    /** Text that is copied. */
    record Text(int offset, String text) implements Statement {
        @Override
        public String toString() {
            return text;
        }
    }

    /** A pipeline that is printed, or that declares variables. */
    record Action(int offset, Pipeline pipeline) implements Statement {
        @Override
        public String toString() {
            return "{{" + pipeline + "}}";
        }
    }

    /** {@code if}; the {@code else} part is empty where there is none. */
    record If(int offset, Pipeline condition, List<Statement> body, List<Statement> otherwise) implements Statement {
        public If {
            body = List.copyOf(body);
            otherwise = List.copyOf(otherwise);
        }

        @Override
        public String toString() {
            return "{{if " + condition + "}}";
        }
    }

    /** {@code with}. */
    record With(int offset, Pipeline subject, List<Statement> body, List<Statement> otherwise) implements Statement {
        public With {
            body = List.copyOf(body);
            otherwise = List.copyOf(otherwise);
        }

        @Override
        public String toString() {
            return "{{with " + subject + "}}";
        }
    }

    /** {@code range}. */
    record Range(int offset, Pipeline subject, List<Statement> body, List<Statement> otherwise) implements Statement {
        public Range {
            body = List.copyOf(body);
            otherwise = List.copyOf(otherwise);
        }

        @Override
        public String toString() {
            return "{{range " + subject + "}}";
        }
    }

    /** {@code template "name" data}, and the call that a {@code block} stands for; {@code data} is null where absent. */
    record Call(int offset, String name, Pipeline data) implements Statement {
        @Override
        public String toString() {
            String quoted = decs.template.gofmt.GoFormat.quote(name);
            return data == null ? "{{template " + quoted + "}}" : "{{template " + quoted + " " + data + "}}";
        }
    }

    /** {@code break}. */
    record Break(int offset) implements Statement {
        @Override
        public String toString() {
            return "{{break}}";
        }
    }

    /** {@code continue}. */
    record Continue(int offset) implements Statement {
        @Override
        public String toString() {
            return "{{continue}}";
        }
    }
}
