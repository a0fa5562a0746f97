package decs.template;

import decs.template.language.Host;
import decs.template.language.Limits;
import decs.template.language.TemplateOptions;
import decs.template.source.Source;
import java.util.List;

/**
 * An immutable set of compiled templates that may call each other; safe to share between threads. Each source is a
 * template under its own name, and its {@code define}s are templates of the set: a later non-blank definition of a name
 * replaces an earlier one.
 */
public final class TemplateSet {
    private TemplateSet() {}

    /** Compiles {@code sources} in the order given; throws {@link TemplateException} at the first that does not parse. */
    public static TemplateSet compile(List<Source> sources, TemplateOptions options) {
        throw new UnsupportedOperationException("written by the engine");
    }

    /**
     * Executes the named template on {@code data} and appends its text to {@code out}. On failure {@code out} holds what
     * was written until then, as Go leaves it.
     */
    public void render(String name, Object data, Host host, Limits limits, StringBuilder out) {
        throw new UnsupportedOperationException("written by the engine");
    }

    /** Whether a template of that name is defined. */
    public boolean defines(String name) {
        throw new UnsupportedOperationException("written by the engine");
    }
}
