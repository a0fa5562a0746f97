package decs.template.parse;

import java.util.List;

/** What a command is made of. */
public sealed interface Operand extends Node permits Operand.Atom, Pipeline {
    /** An operand that is no pipeline in parentheses. */
    sealed interface Atom extends Operand {}

    /** {@code .} */
    record Dot(int offset) implements Atom {
        @Override
        public String toString() {
            return ".";
        }
    }

    /** {@code nil} */
    record Nil(int offset) implements Atom {
        @Override
        public String toString() {
            return "nil";
        }
    }

    /** {@code true} or {@code false} */
    record Bool(int offset, boolean value) implements Atom {
        @Override
        public String toString() {
            return Boolean.toString(value);
        }
    }

    /** A number or character constant. */
    record Constant(int offset, Numeral numeral) implements Atom {
        @Override
        public String toString() {
            return numeral.text();
        }
    }

    /** A string constant: as written, and its value. */
    record Text(int offset, String quoted, String value) implements Atom {
        @Override
        public String toString() {
            return quoted;
        }
    }

    /** {@code .a.b} on dot. */
    record Field(int offset, List<String> names) implements Atom {
        public Field {
            names = List.copyOf(names);
        }

        @Override
        public String toString() {
            return "." + String.join(".", names);
        }
    }

    /** {@code $x}, or {@code $x.a.b}. */
    record VariableUse(int offset, String name, Variable variable, List<String> fields) implements Atom {
        public VariableUse {
            fields = List.copyOf(fields);
        }

        @Override
        public String toString() {
            return fields.isEmpty() ? name : name + "." + String.join(".", fields);
        }
    }

    /** {@code (pipeline).a.b}, or {@code function.a}. */
    record Chain(int offset, Operand base, List<String> fields) implements Atom {
        public Chain {
            fields = List.copyOf(fields);
        }

        @Override
        public String toString() {
            String start = base instanceof Pipeline ? "(" + base + ")" : base.toString();
            return start + "." + String.join(".", fields);
        }
    }

    /** The name of a function. */
    record FunctionName(int offset, String name) implements Atom {
        @Override
        public String toString() {
            return name;
        }
    }
}
