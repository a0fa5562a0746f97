package decs.template.sprig;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import decs.template.gofmt.GoSlice;
import decs.template.gofmt.GoString;
import decs.template.language.FunctionCall;
import decs.template.language.FunctionException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** A regular expression with the loops of Go's {@code regexp}: which empty matches count, how templates expand. */
public final class GoRegex {
    private final String expression;
    private final Pattern pattern;
    private final List<String> names;

    private GoRegex(String expression, Pattern pattern, List<String> names) {
        this.expression = expression;
        this.pattern = pattern;
        this.names = names;
    }

    /** Mirrors: regexp.Compile; fails with {@code error parsing regexp: …}. */
    public static GoRegex compile(String expression) {
        for (int i = 0; i < expression.length(); i++) {
            if (GoString.isRawByte(expression, i)) {
                throw new FunctionException("error parsing regexp: invalid UTF-8: `" + expression.substring(i) + "`");
            }
        }
        RegexScan scan = RegexScan.of(expression);
        try {
            return new GoRegex(
                    expression, Pattern.compile(scan.hasTwins() ? scan.nameless() : expression), scan.names());
        } catch (PatternSyntaxException bad) {
            boolean bare = bad.getMessage().endsWith("trailing backslash at end of expression");
            throw new FunctionException(bad.getMessage() + (bare ? ": ``" : ""), bad);
        }
    }

    /** Mirrors: regexp.QuoteMeta. */
    public static String quoteMeta(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ("\\.+*?()|[]{}^$".indexOf(c) >= 0) {
                out.append('\\');
            }
            out.append(c);
        }
        return out.toString();
    }

    /** Whether the expression matches anywhere. */
    public boolean matches(String text) {
        return pattern.matcher(text).find();
    }

    /** The first match or the empty text. */
    String find(String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group() : "";
    }

    /** Up to {@code most} matches, all when it is negative; Go's nil slice when there are none. */
    GoSlice findAll(FunctionCall call, String text, int most) {
        List<Object> found = new ArrayList<>();
        for (int[] range : ranges(call, text, most)) {
            found.add(text.substring(range[0], range[1]));
        }
        return found.isEmpty() ? GoSlice.nil("string") : GoSlice.over("string", found);
    }

    /** An empty match right behind a match does not count. Mirrors: regexp.(*Regexp).allMatches. */
    private List<int[]> ranges(FunctionCall call, String text, int most) {
        List<int[]> ranges = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        int at = 0;
        int before = -1;
        while ((most < 0 || ranges.size() < most) && at <= text.length() && matcher.find(at)) {
            boolean counts = true;
            if (matcher.end() == at) {
                counts = matcher.start() != before;
                at = at < text.length() ? at + Character.charCount(text.codePointAt(at)) : at + 1;
            } else {
                at = matcher.end();
            }
            before = matcher.end();
            if (counts) {
                Budget.items(call, 1);
                ranges.add(new int[] {matcher.start(), matcher.end()});
            }
        }
        return ranges;
    }

    /** Mirrors: regexp.(*Regexp).Split. */
    GoSlice split(FunctionCall call, String text, int most) {
        if (most == 0) {
            return GoSlice.nil("string");
        }
        List<Object> parts = new ArrayList<>();
        if (!expression.isEmpty() && text.isEmpty()) {
            parts.add("");
            return GoSlice.over("string", parts);
        }
        int start = 0;
        int end = 0;
        for (int[] range : ranges(call, text, most)) {
            if (most > 0 && parts.size() == most - 1) {
                break;
            }
            end = range[0];
            if (range[1] != 0) {
                parts.add(text.substring(start, end));
            }
            start = range[1];
        }
        if (end != text.length()) {
            parts.add(text.substring(start));
        }
        return GoSlice.over("string", parts);
    }

    /** One match, for replacements. */
    static final class Match {
        private final Matcher matcher;
        private final List<String> names;

        private Match(Matcher matcher, List<String> names) {
            this.matcher = matcher;
            this.names = names;
        }

        /** Appends the template with {@code $1}, {@code ${name}} and {@code $$} expanded. Mirrors: Regexp.Expand. */
        void expand(StringBuilder out, String template) {
            int at = 0;
            for (int dollar = template.indexOf('$'); dollar >= 0; dollar = template.indexOf('$', at)) {
                out.append(template, at, dollar);
                at = dollar + 1;
                if (at < template.length() && template.charAt(at) == '$') {
                    out.append('$');
                    at++;
                    continue;
                }
                boolean brace = at < template.length() && template.charAt(at) == '{';
                int start = brace ? at + 1 : at;
                int end = start;
                while (end < template.length() && isWord(template.codePointAt(end))) {
                    end += Character.charCount(template.codePointAt(end));
                }
                boolean closed = !brace || (end < template.length() && template.charAt(end) == '}');
                if (end == start || !closed) {
                    out.append('$');
                    continue;
                }
                append(out, template.substring(start, end));
                at = brace ? end + 1 : end;
            }
            out.append(template, at, template.length());
        }

        private static boolean isWord(int rune) {
            return rune == '_' || Runes.isLetter(rune) || Runes.isDigit(rune);
        }

        private void append(StringBuilder out, String name) {
            int number = number(name);
            if (number >= 0) {
                String text = number <= matcher.groupCount() ? matcher.group(number) : null;
                out.append(text == null ? "" : text);
                return;
            }
            for (int group = 1; group < names.size(); group++) {
                if (names.get(group).equals(name) && matcher.group(group) != null) {
                    out.append(matcher.group(group));
                    return;
                }
            }
        }

        /** The number that a name is, or -1; a number has no leading zero. */
        private static int number(String name) {
            int number = 0;
            for (int i = 0; i < name.length(); i++) {
                char c = name.charAt(i);
                if (c < '0' || c > '9' || number >= 100_000_000) {
                    return -1;
                }
                number = number * 10 + c - '0';
            }
            return name.length() > 1 && name.charAt(0) == '0' ? -1 : number;
        }
    }

    /** Puts what {@code replacement} appends in place of each match. Mirrors: regexp.(*Regexp).replaceAll. */
    String replace(String text, BiConsumer<StringBuilder, Match> replacement) {
        Matcher matcher = pattern.matcher(text);
        Match match = new Match(matcher, names);
        StringBuilder out = new StringBuilder(text.length());
        int done = 0;
        int at = 0;
        while (at <= text.length() && matcher.find(at)) {
            int end = matcher.end();
            out.append(text, done, matcher.start());
            if (end > done || matcher.start() == 0) {
                replacement.accept(out, match);
            }
            done = end;
            int next = at < text.length() ? at + Character.charCount(text.codePointAt(at)) : at + 1;
            at = Math.max(next, end);
        }
        return out.append(text, done, text.length()).toString();
    }
}
