package decs.template;

import decs.template.exec.ExecutionFailure;
import decs.template.exec.Level;
import decs.template.gofmt.GoFormat;
import decs.template.source.Frame;
import decs.template.source.Position;
import decs.template.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Failures of a run as the façade reports them. */
final class Failures {
    /** A recursion without end has a thousand levels; nobody reads them all. */
    private static final int SHOWN_FRAMES = 50;

    private Failures() {}

    static TemplateException of(ExecutionFailure failure) {
        List<TemplateException.Level> levels = new ArrayList<>();
        ExecutionFailure innermost = failure;
        for (ExecutionFailure at = failure; at != null; at = at.inner()) {
            innermost = at;
            if (at.level() != null) {
                levels.add(level(at));
            }
        }
        String cause = innermost.text();
        return new TemplateException(
                failure.getMessage(), levels, cause, List.of(problem(failure, innermost)), failure);
    }

    private static TemplateException.Level level(ExecutionFailure failure) {
        Level level = failure.level();
        return new TemplateException.Level(
                level.source().name(),
                level.line(),
                level.column(),
                level.executing(),
                level.nodeText(),
                failure.inner() == null ? "" : failure.text());
    }

    private static Problem problem(ExecutionFailure outermost, ExecutionFailure innermost) {
        List<Frame> trail = new ArrayList<>();
        for (ExecutionFailure at = outermost; at != innermost && trail.size() < SHOWN_FRAMES; at = at.inner()) {
            String executing = "template " + GoFormat.quote(at.level().executing());
            trail.add(
                    0,
                    new Frame(
                            place(at.level()), executing + ", at " + at.level().nodeText()));
        }
        Optional<Position> at = Optional.ofNullable(innermost.level()).map(Failures::place);
        return new Problem(at, innermost.text(), trail, origin(outermost), innermost.hint());
    }

    /** Where the offending value was written, or the text that used it. */
    private static Optional<Position> origin(ExecutionFailure outermost) {
        Optional<Position> deepest = Optional.empty();
        for (ExecutionFailure at = outermost; at != null; at = at.inner()) {
            deepest = at.origin().isPresent() ? at.origin() : deepest;
        }
        return deepest;
    }

    private static Position place(Level level) {
        return level.source().at(level.node().offset());
    }
}
