package decs.template.sprig;

import decs.template.language.FunctionException;
import decs.template.source.DecsException;

/** A regular expression of Go's syntax, for those who are no templates. */
public final class NamePattern {
    private final GoRegex regex;

    private NamePattern(GoRegex regex) {
        this.regex = regex;
    }

    /**
     * Reads {@code expression}.
     *
     * @throws DecsException {@code error parsing regexp: …}
     */
    public static NamePattern compile(String expression) {
        try {
            return new NamePattern(GoRegex.compile(expression));
        } catch (FunctionException bad) {
            throw new DecsException(bad.getMessage(), bad);
        }
    }

    /** Whether there is a match anywhere in {@code text}. */
    public boolean find(String text) {
        return regex.matches(text);
    }
}
