package decs.helm.render;

import decs.helm.chart.HelmVersion;
import decs.template.TemplateException;
import decs.template.TemplateException.Level;
import decs.template.source.Problem;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A template's failure in Helm's words: one line in Helm 3, one step a line in Helm 4.
 *
 * <p>Mirrors: engine.cleanupParseError, engine.cleanupExecError, engine.reformatExecErrorMsg
 */
final class TemplateErrorText {
    private static final String FUNCTION_FAILED = "error calling ";
    private static final Pattern VALUE = Pattern.compile("\\.Values\\.([\\w.]+)[^.]*$");
    private static final String NOT_ASSOCIATED = "template: no template ";

    private TemplateErrorText() {}

    static RenderException of(TemplateException failure, HelmVersion version) {
        List<Problem> problems = failure.problems().stream()
                .map(problem -> readable(problem, failure))
                .toList();
        return new RenderException(text(failure, version), problems, failure);
    }

    /** The problem without the marks around the message of {@code required} or {@code fail}. */
    private static Problem readable(Problem problem, TemplateException failure) {
        int start = problem.message().indexOf(HelmFunctions.MESSAGE_START);
        int end = problem.message().lastIndexOf(HelmFunctions.MESSAGE_END);
        if (start < 0 || end < start || failure.levels().isEmpty()) {
            return problem;
        }
        Problem plain =
                problem.withMessage(problem.message().substring(start + HelmFunctions.MESSAGE_START.length(), end));
        Level innermost = failure.levels().get(failure.levels().size() - 1);
        Matcher value = VALUE.matcher(innermost.node());
        boolean required = innermost.node().contains("required ");
        return required && value.find()
                ? plain.withHint("set " + value.group(1) + " in a values file, or with --set " + value.group(1) + "=…")
                : plain;
    }

    private static String text(TemplateException failure, HelmVersion version) {
        String go = failure.getMessage();
        if (failure.levels().isEmpty()) {
            return go.startsWith(NOT_ASSOCIATED) ? go : parseError(go);
        }
        int start = go.indexOf(HelmFunctions.MESSAGE_START);
        int end = go.lastIndexOf(HelmFunctions.MESSAGE_END);
        if (start >= 0 && end > start) {
            String message = go.substring(start + HelmFunctions.MESSAGE_START.length(), end);
            return "execution error at (" + place(failure.levels().get(0)) + "): " + message;
        }
        return version == HelmVersion.V3 ? go : steps(failure);
    }

    private static String parseError(String go) {
        String[] parts = go.split(": ", -1);
        if (parts.length < 2) {
            return go;
        }
        return "parse error at (" + parts[1] + "): " + parts[parts.length - 1];
    }

    /** One step a line, unless a function's own failure is among them, which Helm 4 does not take apart. */
    private static String steps(TemplateException failure) {
        String cause = failure.causeText();
        int inner = cause.startsWith(FUNCTION_FAILED) ? cause.indexOf(NOT_ASSOCIATED) : -1;
        boolean throughTpl =
                failure.levels().stream().anyMatch(level -> level.link().contains(": "));
        if (throughTpl || (cause.startsWith(FUNCTION_FAILED) && inner < 0)) {
            return failure.getMessage();
        }
        StringBuilder out = new StringBuilder();
        List<Level> levels = failure.levels();
        for (int i = 0; i < levels.size(); i++) {
            Level level = levels.get(i);
            boolean last = i == levels.size() - 1;
            out.append(place(level)).append("\n  executing \"").append(level.executing());
            out.append("\" at <").append(level.node()).append(">:\n    ");
            if (!last) {
                out.append(level.link()).append(":\n");
            } else if (inner < 0) {
                out.append(cause);
            } else {
                out.append(cause, 0, inner).setLength(out.length() - 1);
                out.append('\n').append(cause, inner, cause.length());
            }
        }
        return out.toString();
    }

    private static String place(Level level) {
        return level.template() + ":" + level.line() + ":" + level.column();
    }
}
