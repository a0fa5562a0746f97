package decs.core.prepare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A YAML document as go-yaml v3 writes it after reading it: two columns a level, lists below their keys indented too, blank
 * lines gone, one blank before a comment. Styles, order and comments stay. Works on lines; a document with something that
 * lines do not show (texts over several lines, anchors, tags, doubtful flow) is none of its.
 */
final class IndentedText {
    private static final Pattern KEY =
            Pattern.compile("(\"[^\"]*\"|'[^']*'|[^\\s\"'#&*!|>%@`{}\\[\\],?:-][^#]*?|-[^\\s#][^#]*?):(\\s.*)?");
    private static final Pattern PLAIN = Pattern.compile("[^\\s\"'#&*!|>%@`{}\\[\\],?:-].*|[-?:][^\\s].*");
    private static final Pattern BLOCK = Pattern.compile("\\|-?");
    private static final String ITEM = "(?:[\\w./-]+|\"[^\"\\\\]*\"|'[^'\"\\\\]*')";
    private static final String PAIR = "[\\w./-]+: " + ITEM;
    private static final Pattern FLOW =
            Pattern.compile("\\{\\}|\\[\\]|\\{" + PAIR + "(, " + PAIR + ")*\\}|\\[" + ITEM + "(, " + ITEM + ")*\\]");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"\\\\]*\"|'[^'\"\\\\]*(''[^'\"\\\\]*)*'");

    /** Where a mapping or a list stood and where it stands now. */
    private record Level(int before, int now, boolean list) {}

    private final List<String> lines;
    private final Deque<Level> levels = new ArrayDeque<>();
    private final List<String> comments = new ArrayList<>();
    private final StringBuilder out = new StringBuilder();
    private int next;

    private IndentedText(String document) {
        this.lines = document.lines().toList();
    }

    /** The text; empty when the document is none that lines are enough for. */
    static Optional<String> of(String document) {
        IndentedText text = new IndentedText(document);
        return text.write() ? Optional.of(text.out.toString()) : Optional.empty();
    }

    private boolean write() {
        while (next < lines.size()) {
            String line = lines.get(next++);
            String content = line.strip();
            if (content.startsWith("#")) {
                comments.add(line.stripLeading());
            } else if (content.isEmpty() ? !comments.isEmpty() : !structure(line, content)) {
                return false;
            }
        }
        comments.forEach(comment -> out.append(comment).append('\n'));
        return comments.isEmpty() && !levels.isEmpty();
    }

    private boolean structure(String line, String content) {
        int column = line.length() - line.stripLeading().length();
        if (line.indexOf('\t') >= 0 || line.chars().anyMatch(c -> Character.isSurrogate((char) c))) {
            return false;
        }
        StringBuilder start = new StringBuilder();
        String rest = content;
        int at = -1;
        while (rest.startsWith("- ") || rest.equals("-")) {
            Level list = level(column, true);
            at = at < 0 ? list.now() : at;
            start.append("- ");
            String after = rest.substring(1);
            column += 1 + after.length() - after.stripLeading().length();
            rest = after.strip();
            if (rest.isEmpty()) {
                return false;
            }
        }
        if (KEY.matcher(rest).matches()) {
            Level map = level(column, false);
            return entry(rest, at < 0 ? map.now() : at, start, map);
        }
        if (at >= 0 && BLOCK.matcher(rest).matches()) {
            return line(at, start + rest) && block(levels.getFirst());
        }
        if (at < 0 && FLOW.matcher(rest).matches() && endsWithKey() && comments.isEmpty()) {
            out.setLength(out.length() - 1);
            out.append(' ').append(rest).append('\n');
            return true;
        }
        Optional<String> value = at < 0 ? Optional.empty() : value(rest);
        return value.isPresent() && line(at, start + value.get());
    }

    private boolean endsWithKey() {
        int length = out.length();
        return length > 1 && out.charAt(length - 1) == '\n' && out.charAt(length - 2) == ':';
    }

    private boolean entry(String rest, int at, StringBuilder start, Level map) {
        Matcher key = KEY.matcher(rest);
        if (!key.matches()) {
            return false;
        }
        String text = key.group(2) == null ? "" : key.group(2).strip();
        if (BLOCK.matcher(text).matches()) {
            return line(at, start + key.group(1) + ": " + text) && block(map);
        }
        Optional<String> value = value(text);
        return value.isPresent()
                && line(at, start + key.group(1) + ":" + (value.get().isEmpty() ? "" : " " + value.get()));
    }

    private boolean line(int column, String text) {
        comments.forEach(
                comment -> out.append(" ".repeat(column)).append(comment).append('\n'));
        comments.clear();
        out.append(" ".repeat(column)).append(text).append('\n');
        return true;
    }

    /** The level that a mark at this column belongs to, made when there is none. */
    private Level level(int column, boolean list) {
        while (!levels.isEmpty()
                && (levels.peek().before() > column
                        || (levels.peek().before() == column && levels.peek().list() && !list))) {
            levels.pop();
        }
        Level top = levels.peek();
        if (top != null && top.before() == column && top.list() == list) {
            return top;
        }
        Level made = new Level(column, top == null ? 0 : top.now() + 2, list);
        levels.push(made);
        return made;
    }

    /** A value on one line, with its comment; empty when it may go on or be written otherwise. */
    private static Optional<String> value(String text) {
        int hash = text.startsWith("#") ? 0 : comment(text);
        String comment = hash < 0 ? "" : text.substring(hash);
        String value = (hash < 0 ? text : text.substring(0, hash)).strip();
        boolean known = value.isEmpty()
                || QUOTED.matcher(value).matches()
                || FLOW.matcher(value).matches()
                || (PLAIN.matcher(value).matches() && !value.contains(": ") && !value.endsWith(":"));
        if (!known) {
            return Optional.empty();
        }
        return Optional.of(comment.isEmpty() ? value : value.isEmpty() ? comment : value + " " + comment);
    }

    private static int comment(String text) {
        int from = text.startsWith("\"") || text.startsWith("'") ? text.indexOf(text.charAt(0), 1) + 1 : 0;
        int hash = text.indexOf(" #", from);
        return hash < 0 ? -1 : hash + 1;
    }

    /** The lines of a block scalar, moved along with their key. */
    private boolean block(Level map) {
        int before = -1;
        int last = next;
        for (int i = next; i < lines.size(); i++) {
            String line = lines.get(i);
            int column = line.length() - line.stripLeading().length();
            if (line.isBlank()) {
                continue;
            }
            if (column <= map.before()) {
                break;
            }
            before = before < 0 ? column : before;
            if (column < before || line.endsWith(" ") || line.indexOf('\t') >= 0) {
                return false;
            }
            last = i + 1;
        }
        if (before < 0 || (next < lines.size() && lines.get(next).isBlank())) {
            return false;
        }
        int blanksAfter = last;
        while (blanksAfter < lines.size() && lines.get(blanksAfter).isBlank()) {
            blanksAfter++;
        }
        for (; next < last; next++) {
            String line = lines.get(next);
            out.append(line.isBlank() ? "" : " ".repeat(map.now() + 2) + line.substring(before))
                    .append('\n');
        }
        next = blanksAfter;
        return true;
    }
}
