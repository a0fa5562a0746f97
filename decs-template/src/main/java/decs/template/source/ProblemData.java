package decs.template.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link Problem}s as plain data, for {@code --output json}: the same parts that {@link ProblemPrinter} draws. */
public final class ProblemData {
    private ProblemData() {}

    /** One map for each problem; parts that are not known are left out. Lines and columns are counted from 1. */
    public static List<Object> of(List<Problem> problems) {
        List<Object> all = new ArrayList<>();
        problems.forEach(problem -> all.add(of(problem)));
        return all;
    }

    private static Map<String, Object> of(Problem problem) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("message", problem.message());
        place("at", problem.at(), data);
        place("rendered", problem.rendered(), data);
        if (!problem.trail().isEmpty()) {
            List<Object> trail = new ArrayList<>();
            for (Frame frame : problem.trail()) {
                Map<String, Object> step = place(frame.at());
                step.put("what", frame.what());
                trail.add(step);
            }
            data.put("trail", trail);
        }
        place("origin", problem.origin(), data);
        problem.hint().ifPresent(hint -> data.put("hint", hint));
        return data;
    }

    private static void place(String name, Optional<Position> at, Map<String, Object> data) {
        at.ifPresent(position -> data.put(name, place(position)));
    }

    private static Map<String, Object> place(Position at) {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("file", at.source().name());
        place.put("line", at.line());
        place.put("column", at.column() + 1);
        place.put("text", at.source().lineText(at.line()));
        return place;
    }
}
