package decs.testing.path;

import decs.testing.path.DocumentPath.Range;
import decs.testing.path.DocumentPath.Step;
import java.util.ArrayList;
import java.util.List;

/** Reads a path: names, brackets, {@code ..}, and filters through {@link FilterParser}. */
final class PathParser {
    /** What ends a name written with a dot inside of a filter, where blanks and signs follow paths. */
    private static final String FILTER_ENDS = " )=!<>&|~";

    private final String text;
    private final String nameEnds;
    private int at;

    PathParser(String text) {
        this(text, 0, "");
    }

    /** A parser of a path in a filter, from {@code at} on. */
    static PathParser within(String text, int at) {
        return new PathParser(text, at, FILTER_ENDS);
    }

    private PathParser(String text, int at, String nameEnds) {
        this.text = text;
        this.at = at;
        this.nameEnds = nameEnds + ".[";
    }

    int offset() {
        return at;
    }

    /** A whole text as a path. */
    List<Step> path() {
        List<Step> steps = new ArrayList<>();
        if (peek() == '$') {
            at++;
        } else if (at < text.length() && peek() != '.' && peek() != '[') {
            steps.add(dotted());
        }
        steps.addAll(subpath());
        if (at < text.length()) {
            throw unexpected("invalid path syntax");
        }
        return steps;
    }

    /** The steps from here to whatever is no step. */
    List<Step> subpath() {
        List<Step> steps = new ArrayList<>();
        while (at < text.length()) {
            if (text.startsWith("..", at)) {
                at += 2;
                steps.add(descent());
            } else if (peek() == '.') {
                at++;
                steps.add(dotted());
            } else if (peek() == '[') {
                steps.add(bracket());
            } else {
                break;
            }
        }
        return steps;
    }

    private Step descent() {
        if (at >= text.length()) {
            throw unexpected("child name or array access or filter missing after recursive descent");
        }
        return new Step.Descend(peek() == '[' ? bracket() : dotted());
    }

    private Step dotted() {
        int start = at;
        while (at < text.length() && nameEnds.indexOf(text.charAt(at)) < 0 && !endsInKey()) {
            at++;
        }
        if (at == start) {
            throw unexpected("child name missing");
        }
        String name = text.substring(start, at);
        if (name.equals("*") && peek() != '~') {
            return new Step.All();
        }
        int blank = name.indexOf(' ');
        if (blank >= 0) {
            throw new PathException(text, start + blank, "invalid character ' '");
        }
        return new Step.Members(List.of(name), keyMark());
    }

    private boolean endsInKey() {
        return peek() == '~' && at == text.length() - 1;
    }

    private boolean keyMark() {
        if (peek() == '~') {
            at++;
            return true;
        }
        return false;
    }

    private Step bracket() {
        at++;
        blanks();
        char first = peek();
        Step step;
        if (first == '?') {
            at++;
            expect('(');
            FilterParser filter = new FilterParser(text, at);
            step = new Step.Filtered(filter.condition());
            at = filter.offset();
            expect(')');
            expect(']');
            return step;
        }
        if (first == '\'' || first == '"') {
            List<String> names = names();
            expect(']');
            return new Step.Members(names, keyMark());
        }
        step = first == '*' ? all() : new Step.Elements(ranges());
        expect(']');
        return step;
    }

    private Step all() {
        at++;
        return new Step.All();
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        do {
            blanks();
            names.add(quoted());
            blanks();
        } while (take(','));
        return names;
    }

    /** A quoted text from here on. */
    String quoted() {
        char quote = peek();
        if (quote != '\'' && quote != '"') {
            throw unexpected("child name missing");
        }
        at++;
        StringBuilder out = new StringBuilder();
        while (at < text.length() && peek() != quote) {
            if (peek() == '\\' && at + 1 < text.length() && "\\'\"".indexOf(text.charAt(at + 1)) >= 0) {
                at++;
            }
            out.append(text.charAt(at++));
        }
        if (at >= text.length()) {
            throw unexpected("unmatched quote");
        }
        at++;
        return out.toString();
    }

    private List<Range> ranges() {
        List<Range> ranges = new ArrayList<>();
        do {
            ranges.add(range());
        } while (take(','));
        return ranges;
    }

    private Range range() {
        Integer from = integer();
        blanks();
        if (!take(':')) {
            if (from == null) {
                throw noIndex();
            }
            return new Range(from, null, 1, true);
        }
        Integer to = integer();
        blanks();
        int step = 1;
        if (take(':')) {
            Integer given = integer();
            step = given == null ? 1 : given;
            if (step == 0) {
                throw unexpected("array index step value must be non-zero");
            }
        }
        blanks();
        return new Range(from, to, step, false);
    }

    private PathException noIndex() {
        int end = text.indexOf(']', at);
        if (end < 0) {
            return unexpected("unmatched [");
        }
        String inside = text.substring(text.lastIndexOf('[', at) + 1, end);
        return new PathException(
                "invalid array index [" + inside + "] before position " + (end + 1) + ": non-integer array index");
    }

    private Integer integer() {
        blanks();
        int start = at;
        if (peek() == '-') {
            at++;
        }
        while (at < text.length() && Character.isDigit(peek())) {
            at++;
        }
        if (at == start) {
            return null;
        }
        try {
            return Integer.valueOf(text.substring(start, at));
        } catch (NumberFormatException none) {
            throw unexpected("invalid array index");
        }
    }

    private void expect(char wanted) {
        blanks();
        if (!take(wanted)) {
            throw unexpected("missing " + wanted);
        }
    }

    private boolean take(char wanted) {
        if (peek() == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void blanks() {
        while (peek() == ' ') {
            at++;
        }
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private PathException unexpected(String what) {
        return new PathException(text, at, what);
    }
}
