package decs.template.parse;

import java.util.Collection;

/** The functions that a text may use. */
public interface KnownFunctions {
    boolean contains(String name);

    /** All names, to find the one that was meant. */
    Collection<String> names();
}
