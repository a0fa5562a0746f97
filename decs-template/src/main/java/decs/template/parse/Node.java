package decs.template.parse;

/**
 * A part of a parsed template: a {@link Statement}, a {@link Command} or an {@link Operand}. Its {@code toString} is the
 * normalised source text that Go's error messages show between angle brackets.
 */
public sealed interface Node permits Statement, Command, Operand {
    /** Where the node stands, as Go counts it: for a field chain this is the second element's dot. */
    int offset();
}
