package decs.helm.archive;

import decs.helm.chart.ChartException;

/**
 * Go's path matching: {@code *} and {@code ?} (not {@code /}), classes such as {@code [a-z]} and {@code [^a]}, and
 * {@code \} before a character that stands for itself. The whole name must match.
 *
 * <p>Mirrors: path.Match
 */
public final class PathPattern {
    private final String pattern;

    private PathPattern(String pattern) {
        this.pattern = pattern;
    }

    /**
     * Reads a pattern.
     *
     * @throws ChartException {@code syntax error in pattern}
     */
    public static PathPattern of(String pattern) {
        int at = 0;
        while (at < pattern.length()) {
            at = switch (pattern.charAt(at)) {
                case '[' -> classEnd(pattern, at);
                case '\\' -> escaped(pattern, at) + 1;
                default -> at + 1;
            };
        }
        return new PathPattern(pattern);
    }

    /** Whether all of {@code name} matches. */
    public boolean matches(String name) {
        return matches(0, name, 0);
    }

    private boolean matches(int at, String name, int from) {
        int p = at;
        int n = from;
        while (p < pattern.length()) {
            char c = pattern.charAt(p);
            if (c == '*') {
                return star(p, name, n);
            }
            if (n >= name.length()) {
                return false;
            }
            int next = n + Character.charCount(name.codePointAt(n));
            if (c == '[') {
                if (!inClass(p, name.codePointAt(n))) {
                    return false;
                }
                p = classEnd(pattern, p);
                n = next;
            } else if (c == '?') {
                if (name.charAt(n) == '/') {
                    return false;
                }
                p++;
                n = next;
            } else {
                p = c == '\\' ? p + 1 : p;
                if (pattern.charAt(p++) != name.charAt(n++)) {
                    return false;
                }
            }
        }
        return n == name.length();
    }

    private boolean star(int at, String name, int from) {
        int rest = at;
        while (rest < pattern.length() && pattern.charAt(rest) == '*') {
            rest++;
        }
        for (int n = from; n <= name.length(); n++) {
            if (matches(rest, name, n)) {
                return true;
            }
            if (n < name.length() && name.charAt(n) == '/') {
                return false;
            }
        }
        return false;
    }

    private boolean inClass(int at, int c) {
        int p = at + 1;
        boolean negated = pattern.charAt(p) == '^';
        p = negated ? p + 1 : p;
        boolean found = false;
        for (boolean first = true; first || pattern.charAt(p) != ']'; first = false) {
            p = escaped(pattern, p);
            int low = pattern.codePointAt(p);
            int high = low;
            p += Character.charCount(low);
            if (pattern.charAt(p) == '-') {
                p = escaped(pattern, p + 1);
                high = pattern.codePointAt(p);
                p += Character.charCount(high);
            }
            found |= low <= c && c <= high;
        }
        return found != negated;
    }

    /** Where the class that starts at {@code at} ends, behind its bracket; checks its syntax. */
    private static int classEnd(String pattern, int at) {
        int p = at + 1;
        if (p < pattern.length() && pattern.charAt(p) == '^') {
            p++;
        }
        for (boolean first = true; ; first = false) {
            if (p < pattern.length() && pattern.charAt(p) == ']' && !first) {
                return p + 1;
            }
            p = classCharacter(pattern, p);
            if (pattern.charAt(p) == '-') {
                p = classCharacter(pattern, p + 1);
            }
        }
    }

    private static int classCharacter(String pattern, int at) {
        if (at >= pattern.length() || pattern.charAt(at) == '-' || pattern.charAt(at) == ']') {
            throw malformed();
        }
        int p = escaped(pattern, at);
        p += Character.charCount(pattern.codePointAt(p));
        if (p >= pattern.length()) {
            throw malformed();
        }
        return p;
    }

    private static int escaped(String pattern, int at) {
        int p = at < pattern.length() && pattern.charAt(at) == '\\' ? at + 1 : at;
        if (p >= pattern.length()) {
            throw malformed();
        }
        return p;
    }

    private static ChartException malformed() {
        return new ChartException("syntax error in pattern");
    }

    @Override
    public String toString() {
        return pattern;
    }
}
