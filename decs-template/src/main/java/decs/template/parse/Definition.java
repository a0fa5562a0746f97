package decs.template.parse;

import java.util.List;

/**
 * One template of a text: the text itself, or a {@code define} or {@code block} in it.
 *
 * @param slots how many variable slots a run needs
 * @param blank whether the body is nothing but white space, so that it replaces no other definition
 */
public record Definition(String name, List<Statement> body, int slots, boolean blank) {
    public Definition {
        body = List.copyOf(body);
    }
}
