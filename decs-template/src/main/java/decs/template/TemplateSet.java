package decs.template;

import decs.template.exec.ExecutionFailure;
import decs.template.exec.Renderer;
import decs.template.exec.TemplateCache;
import decs.template.exec.Templates;
import decs.template.exec.Trace;
import decs.template.language.Host;
import decs.template.language.Limits;
import decs.template.language.TemplateOptions;
import decs.template.parse.ParseException;
import decs.template.source.Position;
import decs.template.source.Source;
import java.util.List;
import java.util.Set;

/**
 * An immutable set of compiled templates that may call each other; safe to share between threads. Each source is a
 * template under its own name, and its {@code define}s are templates of the set: a later non-blank definition of a name
 * replaces an earlier one.
 */
public final class TemplateSet {
    private final Templates templates;

    private TemplateSet(Templates templates) {
        this.templates = templates;
    }

    /** Compiles {@code sources} in the order given; throws {@link TemplateException} at the first that does not parse. */
    public static TemplateSet compile(List<Source> sources, TemplateOptions options) {
        return compile(sources, options, TemplateCache.create());
    }

    /** The same with a cache that other sets share: a text that was compiled before is not compiled again. */
    public static TemplateSet compile(List<Source> sources, TemplateOptions options, TemplateCache cache) {
        try {
            return new TemplateSet(Templates.compile(sources, options, cache));
        } catch (ParseException bad) {
            throw new TemplateException(bad.getMessage(), List.of(), bad.detail(), bad.problems(), bad);
        }
    }

    /**
     * Executes the named template on {@code data} and appends its text to {@code out}. On failure {@code out} holds what
     * was written until then, as Go leaves it.
     */
    public void render(String name, Object data, Host host, Limits limits, StringBuilder out) {
        render(name, data, host, null, limits, out);
    }

    /** The same; functions find {@code attachment} through their {@link decs.template.language.FunctionCall}. */
    public void render(String name, Object data, Host host, Object attachment, Limits limits, StringBuilder out) {
        try {
            new Renderer(templates, host, attachment, limits).render(name, data, out);
        } catch (ExecutionFailure failed) {
            throw Failures.of(failed);
        }
    }

    /**
     * Executes the named template once more to see which place gave which part of its text. The set was compiled with
     * {@link TemplateCache#tracing}.
     */
    public Trace trace(String name, Object data, Host host, Object attachment, Limits limits) {
        try {
            return new Renderer(templates, host, attachment, limits).trace(name, data);
        } catch (ExecutionFailure failed) {
            throw Failures.of(failed);
        }
    }

    /** Whether a template of that name is defined. */
    public boolean defines(String name) {
        return templates.defines(name);
    }

    /** The names of all templates. */
    public Set<String> names() {
        return templates.names();
    }

    /** Where a field with a hyphen was accepted that Go would refuse; empty unless the options allow them. */
    public List<Position> hyphenatedFields() {
        return templates.hyphenated();
    }
}
