package decs.helm.render;

import java.util.regex.Pattern;

/**
 * The patterns of {@code .Files.Glob}: {@code *} within a path segment, {@code **} across segments, {@code ?}, {@code
 * [a-c]}, {@code [!x]}, {@code {a,b}}, {@code \} before a character that stands for itself. What is no pattern matches
 * everything, as in Helm.
 *
 * <p>Mirrors: gobwas/glob
 */
final class FileGlob {
    private static final Pattern EVERYTHING = Pattern.compile(".*", Pattern.DOTALL);

    private final String pattern;
    private final StringBuilder regex = new StringBuilder();
    private int at;
    private int depth;
    private boolean broken;

    private FileGlob(String pattern) {
        this.pattern = pattern;
    }

    /** A pattern for whole paths. */
    static Pattern compile(String pattern) {
        return new FileGlob(pattern).compile();
    }

    private Pattern compile() {
        while (at < pattern.length() && !broken) {
            next(pattern.charAt(at++));
        }
        return broken || depth != 0 ? EVERYTHING : Pattern.compile(regex.toString(), Pattern.DOTALL);
    }

    private void next(char c) {
        switch (c) {
            case '*' -> star();
            case '?' -> regex.append("[^/]");
            case '[' -> list();
            case '{' -> {
                depth++;
                regex.append("(?:");
            }
            case '}' -> close();
            case ',' -> regex.append(depth > 0 ? "|" : ",");
            case '\\' -> escaped();
            default -> literal(c);
        }
    }

    private void star() {
        boolean across = false;
        while (at < pattern.length() && pattern.charAt(at) == '*') {
            at++;
            across = true;
        }
        regex.append(across ? ".*" : "[^/]*");
    }

    private void close() {
        if (depth == 0) {
            regex.append("\\}");
        } else {
            depth--;
            regex.append(')');
        }
    }

    private void escaped() {
        if (at < pattern.length()) {
            literal(pattern.charAt(at++));
        }
    }

    private void literal(char c) {
        if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
            regex.append(c);
        } else {
            regex.append('\\').append(c);
        }
    }

    private void list() {
        int end = pattern.indexOf(']', at + 1);
        if (end < 0) {
            broken = true;
            return;
        }
        String body = pattern.substring(at, end);
        at = end + 1;
        boolean negated = body.startsWith("!");
        body = negated ? body.substring(1) : body;
        if (body.isEmpty()) {
            broken = true;
            return;
        }
        regex.append(negated ? "[^" : "[");
        if (body.length() == 3 && body.charAt(1) == '-') {
            broken = body.charAt(0) > body.charAt(2);
            literal(body.charAt(0));
            regex.append('-');
            literal(body.charAt(2));
        } else {
            body.chars().forEach(c -> literal((char) c));
        }
        regex.append(']');
    }
}
