package decs.helm.render;

import decs.template.TemplateSet;
import decs.template.exec.Trace;
import decs.template.source.DecsException;
import decs.template.source.Position;
import decs.template.source.Problem;
import decs.template.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Leads a problem in a rendered text back to the line of the template that gave the text. */
final class RenderedPlaces {
    private RenderedPlaces() {}

    /**
     * The failure with the template's places.
     *
     * @param text all that the file gave
     * @param set the templates, compiled to be traced
     */
    static RenderException located(RenderException failure, String text, FileRun run, TemplateSet set) {
        List<Problem> problems = new ArrayList<>();
        try {
            Trace trace = run.trace(set);
            for (Problem problem : failure.problems()) {
                problems.add(located(problem, failure.start(), text, run, trace));
            }
        } catch (DecsException unrepeatable) {
            return failure;
        }
        return new RenderException(failure.getMessage(), problems, failure);
    }

    private static Problem located(Problem problem, int start, String text, FileRun run, Trace trace) {
        if (problem.at().isEmpty()) {
            return problem;
        }
        Position wrong = Source.of("", text).at(start + problem.at().get().offset());
        String again = trace.text();
        Source shown = Source.of("", FileRun.shown(again));
        int column = Math.min(wrong.column(), shown.lineText(wrong.line()).length());
        int offset = FileRun.offsetIn(again, shown.lineStart(wrong.line()) + column);
        Optional<Trace.Place> place = trace.at(offset);
        Position at = place.map(Trace.Place::at)
                .orElseGet(() -> run.file().source().at(shown.lineStart(wrong.line()) + column));
        Problem found = problem.givenAt(at);
        Optional<Position> origin = place.flatMap(Trace.Place::origin);
        found = origin.isPresent() ? found.withOrigin(origin.get()) : found;
        Optional<String> hint =
                hint(problem.message(), place.filter(Trace.Place::action).isPresent());
        return found.hint().isEmpty() && hint.isPresent() ? found.withHint(hint.get()) : found;
    }

    private static Optional<String> hint(String message, boolean ofAction) {
        if (message.contains("mapping values are not allowed")) {
            return Optional.of(
                    ofAction
                            ? "the value holds \": \"; write it with quote, or toYaml"
                            : "check the indentation of this line and the one before; a value with \": \" needs"
                                    + " quotes");
        }
        if (message.contains("did not find expected") || message.contains("could not find expected")) {
            return Optional.of("check the indentation here and just above: nindent puts a block on lines of its own");
        }
        if (message.contains("cannot start any token")) {
            return Optional.of("YAML takes no tabs to indent, and no plain text that starts with @, ` or %: use quote");
        }
        return Optional.empty();
    }
}
