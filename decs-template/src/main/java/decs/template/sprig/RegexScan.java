package decs.template.sprig;

import decs.template.language.FunctionException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * One look over an expression before the library reads it, for what Go checks and the library does not: how deep groups
 * nest, how often nested counts repeat, how large the program would be; and names given to several groups.
 */
final class RegexScan {
    private static final int DEEPEST = 1_000;
    private static final int MOST_REPEATS = 1_000;
    private static final long LARGEST = 3_355_443;

    /** A group that is open: what its largest repeat is so far and how large its program. */
    private static final class Group {
        long repeats = 1;
        long size = 1;
        long lastRepeats = 1;
        long lastSize;
        boolean lastRepeated;

        void atom(long repeats, long size) {
            closeAtom();
            lastRepeats = repeats;
            lastSize = size;
        }

        void closeAtom() {
            repeats = Math.max(repeats, lastRepeats);
            size += lastSize;
            lastRepeats = 1;
            lastSize = 0;
            lastRepeated = false;
        }
    }

    private final String text;
    private final Deque<Group> open = new ArrayDeque<>();
    private final StringBuilder renamed = new StringBuilder();
    private final List<String> names = new ArrayList<>();
    private int at;
    private boolean renamedGroup;

    private RegexScan(String text) {
        this.text = text;
    }

    /** Looks over the expression; fails as Go does. */
    static RegexScan of(String text) {
        RegexScan scan = new RegexScan(text);
        scan.run();
        return scan;
    }

    /** The expression with all its groups nameless. */
    String nameless() {
        return renamed.toString();
    }

    /** The name of each group, from 0 on; empty for none. */
    List<String> names() {
        return names;
    }

    /** Whether two groups have one name, which Go allows. */
    boolean hasTwins() {
        return names.stream().filter(name -> !name.isEmpty()).distinct().count()
                < names.stream().filter(name -> !name.isEmpty()).count();
    }

    private FunctionException error(String what, String where) {
        return new FunctionException("error parsing regexp: " + what + ": `" + where + "`");
    }

    private void run() {
        names.add("");
        open.push(new Group());
        while (at < text.length()) {
            int start = at;
            step();
            if (!renamedGroup) {
                renamed.append(text, start, at);
            }
            renamedGroup = false;
        }
    }

    private void step() {
        char c = text.charAt(at);
        switch (c) {
            case '\\' -> escape();
            case '[' -> bracket();
            case '(' -> openGroup();
            case ')' -> closeGroup();
            case '{' -> repeat();
            default -> {
                at++;
                if (c != '*' && c != '+' && c != '?' && c != '|') {
                    open.peek().atom(1, 1);
                }
            }
        }
    }

    private void escape() {
        checkEscape(at);
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        int end = Math.min(at + 2, text.length());
        if (next == 'Q') {
            int close = text.indexOf("\\E", end);
            int stop = close < 0 ? text.length() : close;
            open.peek().atom(1, stop - end);
            at = close < 0 ? stop : close + 2;
            return;
        }
        boolean braced = (next == 'p' || next == 'P' || next == 'x') && text.startsWith("{", end);
        int close = braced ? text.indexOf('}', end) : -1;
        at = close < 0 ? end : close + 1;
        open.peek().atom(1, 1);
    }

    /** Beyond ASCII nothing can be escaped. */
    private void checkEscape(int backslash) {
        int next = backslash + 1 < text.length() ? text.codePointAt(backslash + 1) : ' ';
        if (next >= 0x80) {
            throw error("invalid escape sequence", "\\" + Character.toString(next));
        }
    }

    private void bracket() {
        int i = at + 1;
        i += text.startsWith("^", i) ? 1 : 0;
        i += text.startsWith("]", i) ? 1 : 0;
        while (i < text.length() && text.charAt(i) != ']') {
            if (text.charAt(i) == '\\') {
                checkEscape(i++);
            } else if (text.startsWith("[:", i) && text.indexOf(":]", i + 2) > 0) {
                i = text.indexOf(":]", i + 2) + 1;
            }
            i++;
        }
        at = Math.min(i + 1, text.length());
        open.peek().atom(1, 1);
    }

    private void openGroup() {
        if (open.size() > DEEPEST) {
            throw error("expression nests too deeply", text);
        }
        int nameAt = text.startsWith("(?P<", at) ? at + 4 : text.startsWith("(?<", at) ? at + 3 : -1;
        int nameEnd = nameAt < 0 ? -1 : text.indexOf('>', nameAt);
        if (nameEnd > 0) {
            names.add(text.substring(nameAt, nameEnd));
            renamed.append('(');
            renamedGroup = true;
            at = nameEnd + 1;
        } else if (text.startsWith("(?", at)) {
            at += 2;
            while (at < text.length() && "imsU-:".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        } else {
            names.add("");
            at++;
        }
        open.push(new Group());
    }

    private void closeGroup() {
        at++;
        Group closed = open.pop();
        if (open.isEmpty()) {
            GoRegex.compile(text.substring(0, at - 1));
            throw error("unexpected )", text);
        }
        closed.closeAtom();
        open.peek().atom(closed.repeats, closed.size + 2);
    }

    /** {@code {n}}, {@code {n,}}, {@code {n,m}}; anything else is a brace. */
    private void repeat() {
        int close = text.indexOf('}', at);
        String counts = close < 0 ? "" : text.substring(at + 1, close);
        if (!counts.matches("[0-9]{1,4}(,[0-9]{0,4})?")) {
            at++;
            open.peek().atom(1, 1);
            return;
        }
        int comma = counts.indexOf(',');
        int least = Integer.parseInt(comma < 0 ? counts : counts.substring(0, comma));
        int most = comma < 0 || comma == counts.length() - 1 ? least : Integer.parseInt(counts.substring(comma + 1));
        int times = Math.max(1, most);
        Group group = open.peek();
        if (group.lastRepeated) {
            at = close + 1;
            return;
        }
        group.lastRepeated = true;
        group.lastRepeats *= times;
        group.lastSize *= times;
        if (times <= MOST_REPEATS && group.lastRepeats > MOST_REPEATS) {
            throw error("invalid repeat count", text.substring(at, close + 1));
        }
        if (group.size + group.lastSize > LARGEST) {
            throw error("expression too large", text);
        }
        at = close + 1;
    }
}
