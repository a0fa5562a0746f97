package decs.template.language;

import decs.template.source.Position;

/** What a function can ask of the execution that calls it. */
public interface FunctionCall {
    /** The host that the render was given: clock, randomness, environment, files. */
    Host host();

    /**
     * What the caller attached to the render, or null: state of its own functions, such as a cluster to look things up
     * in. Functions that find it here need no table of their own for each render, so that compiled templates are shared.
     */
    Object attachment();

    /** The budgets of the render. */
    Limits limits();

    /** Where the call stands. */
    Position position();

    /** Executes the named template of the running set on {@code data} and returns its text ({@code include}). */
    String include(String name, Object data);

    /** Parses {@code text} in a clone of the running set, executes it on {@code data} and returns its text ({@code tpl}). */
    String tpl(String text, Object data);

    /** Counts {@code steps} units of work against the budget; throws when it is used up or the thread is interrupted. */
    void spend(long steps);
}
