package decs.core.hcl;

import java.util.List;
import java.util.Optional;

/** An expression of HCL; {@code at} is its offset in the file. */
sealed interface HclNode {
    int at();

    record Literal(int at, Object value) implements HclNode {}

    /** Text made of parts; a single part keeps its type. */
    record Template(int at, List<HclNode> parts) implements HclNode {}

    /** <code>%{ for }</code> in text: the parts once for each element. */
    record Repeat(int at, Binding binding, HclNode of, HclNode body) implements HclNode {}

    /** A name: a root such as {@code hv}, or what a {@code for} binds. */
    record Name(int at, String name) implements HclNode {}

    record Attribute(int at, HclNode of, String name) implements HclNode {}

    record Index(int at, HclNode of, HclNode key) implements HclNode {}

    /** {@code of[*].each}: {@code each} for every element, which {@link Element} stands for. */
    record Splat(int at, HclNode of, HclNode each) implements HclNode {}

    record Element(int at) implements HclNode {}

    /** @param spread whether the last argument is a list of the last arguments */
    record Call(int at, String name, List<HclNode> arguments, boolean spread) implements HclNode {}

    record Unary(int at, char operator, HclNode of) implements HclNode {}

    record Binary(int at, String operator, HclNode left, HclNode right) implements HclNode {}

    record Conditional(int at, HclNode test, HclNode yes, HclNode no) implements HclNode {}

    record Items(int at, List<HclNode> items) implements HclNode {}

    record Entry(HclNode key, HclNode value) {}

    record Entries(int at, List<Entry> entries) implements HclNode {}

    /** The names that a {@code for} gives to keys, if any, and values. */
    record Binding(Optional<String> key, String value) {}

    /**
     * {@code [for …]} or, with a key, <code>{for …}</code>.
     *
     * @param grouped whether values of one key are collected in a list
     */
    record Loop(
            int at,
            Binding binding,
            HclNode of,
            Optional<HclNode> key,
            HclNode value,
            boolean grouped,
            Optional<HclNode> condition)
            implements HclNode {}
}
