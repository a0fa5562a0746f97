package decs.template.source;

import java.util.List;

/** Draws {@link Problem}s for people: place and message, the line with a caret, the trail, the origin, the hint. */
public final class ProblemPrinter {
    private static final int WIDEST_LINE = 160;

    private ProblemPrinter() {}

    /** All problems, one after the other, each ending in a newline. */
    public static String print(List<Problem> problems) {
        StringBuilder out = new StringBuilder();
        for (Problem problem : problems) {
            print(problem, out);
        }
        return out.toString();
    }

    private static void print(Problem problem, StringBuilder out) {
        problem.at().ifPresent(at -> out.append(at).append(": "));
        out.append(problem.message()).append('\n');
        problem.at().ifPresent(at -> excerpt(at, out));
        for (Frame frame : problem.trail()) {
            out.append("  in ")
                    .append(frame.what())
                    .append(" (")
                    .append(frame.at())
                    .append(")\n");
        }
        problem.rendered().ifPresent(rendered -> {
            out.append("  which gave line ").append(rendered.line()).append(" of the rendered text\n");
            excerpt(rendered, out);
        });
        problem.origin().ifPresent(origin -> {
            out.append("  value from ").append(origin).append('\n');
            excerpt(origin, out);
        });
        problem.hint().ifPresent(hint -> out.append("  hint: ").append(hint).append('\n'));
    }

    private static void excerpt(Position place, StringBuilder out) {
        Position at = place.shown();
        String line = at.source().lineText(at.line());
        int caret = Math.min(at.column(), line.length());
        int from = Math.max(0, Math.min(caret - WIDEST_LINE / 2, line.length() - WIDEST_LINE));
        int to = Math.min(line.length(), from + WIDEST_LINE);
        String number = Integer.toString(at.line());
        out.append("  ").append(number).append(" | ").append(line, from, to).append('\n');
        out.append("  ").append(" ".repeat(number.length())).append(" | ");
        for (int i = from; i < caret; i++) {
            out.append(line.charAt(i) == '\t' ? '\t' : ' ');
        }
        out.append("^\n");
    }
}
