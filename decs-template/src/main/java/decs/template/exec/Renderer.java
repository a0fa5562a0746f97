package decs.template.exec;

import decs.template.gofmt.GoFormat;
import decs.template.language.Host;
import decs.template.language.Limits;

/** Runs templates of a set. */
public final class Renderer {
    private final Templates templates;
    private final Host host;
    private final Object attachment;
    private final Limits limits;

    /** A renderer; {@code attachment} is handed to functions that ask for it, and may be null. */
    public Renderer(Templates templates, Host host, Object attachment, Limits limits) {
        this.templates = templates;
        this.host = host;
        this.attachment = attachment;
        this.limits = limits;
    }

    /**
     * Runs the named template on {@code data} and appends its text to {@code out}.
     *
     * @throws ExecutionFailure where the template fails
     */
    public void render(String name, Object data, StringBuilder out) {
        run(name, data, out, null);
    }

    /** The named template's text with the places it came from; the set was compiled by a tracing cache. */
    public Trace trace(String name, Object data) {
        Trace trace = new Trace();
        run(name, data, trace.out(), trace);
        return trace;
    }

    private void run(String name, Object data, StringBuilder out, Trace trace) {
        LinkedTemplate template = templates.find(name);
        if (template == null) {
            throw ExecutionFailure.of("template: no template " + GoFormat.quote(name) + " associated with template "
                    + GoFormat.quote(IncludeFunctions.DEFAULT_ROOT));
        }
        Execution execution =
                new Execution(host, attachment, limits, templates.options().missingKey(), trace);
        execution.run(new Frame(execution, templates, template, data, out, 0));
    }
}
