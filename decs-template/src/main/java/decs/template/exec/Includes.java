package decs.template.exec;

import decs.template.gofmt.GoFormat;
import decs.template.language.FunctionException;
import decs.template.source.Source;

/** Running one template for another's function, with its text as the result. */
final class Includes {
    /** Steps that parsing a text costs, and each of its characters. */
    private static final long PARSING = 500;

    private static final long PARSING_CHARACTER = 16;

    private Includes() {}

    /** {@code include}. Mirrors: Helm's engine.includeFun. */
    static String include(Frame caller, String name, Object data, String root) {
        StringBuilder out = new StringBuilder();
        includeTo(caller, name, data, root, out);
        return finish(caller, out);
    }

    /** The same, appended to {@code out}. */
    static void includeTo(Frame caller, String name, Object data, String root, StringBuilder out) {
        LinkedTemplate template = caller.templates.find(name);
        if (template == null) {
            throw new FunctionException("template: no template " + GoFormat.quote(name) + " associated with template "
                    + GoFormat.quote(root));
        }
        Execution execution = caller.execution;
        if (execution.includesOf(template.id()) > execution.limits.maxIncludes()) {
            throw new FunctionException(
                    "rendering template has a nested reference name: " + name + ": unable to execute template");
        }
        execution.enterInclude(template.id());
        execution.run(new Frame(execution, caller.templates, template, data, out, 0));
        execution.leaveInclude(template.id());
    }

    /** Parses a text over the running set and runs it. Mirrors: Helm's engine.tplFun. */
    static String run(Frame caller, String text, Object data, String name) {
        if (text.indexOf("{{") < 0) {
            return text;
        }
        Source source = Source.of(name, text);
        Program program = caller.templates
                .cache()
                .program(
                        source,
                        caller.templates.options(),
                        () -> caller.execution.spendMany(
                                PARSING + PARSING_CHARACTER * text.length(), caller, caller.statement));
        return run(caller, source, program, data);
    }

    static String run(Frame caller, Source source, Program program, Object data) {
        Templates templates = caller.templates.with(source, program);
        StringBuilder out = new StringBuilder();
        LinkedTemplate template = new LinkedTemplate(source.name(), source, program.main(), 0);
        caller.execution.enterText();
        caller.execution.run(new Frame(caller.execution, templates, template, data, out, 0));
        caller.execution.leaveText();
        return finish(caller, out);
    }

    private static String finish(Frame caller, StringBuilder out) {
        caller.execution.wrote(out.length());
        return out.toString();
    }
}
