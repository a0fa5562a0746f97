package decs.template.yaml;

import java.util.regex.Pattern;

/**
 * What a text allows when it is written as a YAML scalar: plain, in single quotes, as a literal block.
 *
 * <p>Mirrors: yaml_emitter_analyze_scalar
 */
record ScalarText(boolean multiline, boolean plain, boolean singleQuoted, boolean block) {
    private static final Pattern BASE_60 = Pattern.compile("^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?$");

    static boolean isBase60(String text) {
        return text.indexOf(':') > 0 && BASE_60.matcher(text).matches();
    }

    static ScalarText of(String text, boolean v3) {
        if (text.isEmpty()) {
            return new ScalarText(false, true, true, false);
        }
        boolean indicators = text.startsWith("---") || text.startsWith("...");
        boolean lineBreaks = false;
        boolean special = false;
        boolean tabs = false;
        boolean leadingSpace = false;
        boolean trailingSpace = false;
        boolean edgeBreak = false;
        boolean breakSpace = false;
        boolean spaceBreak = false;
        boolean previousSpace = false;
        boolean previousBreak = false;
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            indicators |= i == 0 ? opens(text) : c == ':' ? blankAt(text, i + 1) : c == '#' && blankAt(text, i - 1);
            if (c == '\t' && v3) {
                tabs = true;
            } else if (!isPrintable(c)) {
                special = true;
            }
            boolean last = i == length - 1;
            if (c == ' ') {
                leadingSpace |= i == 0;
                trailingSpace |= last;
                breakSpace |= previousBreak;
                previousSpace = true;
                previousBreak = false;
            } else if (isBreak(c)) {
                lineBreaks = true;
                edgeBreak |= i == 0 || last;
                spaceBreak |= previousSpace;
                previousSpace = false;
                previousBreak = true;
            } else {
                previousSpace = false;
                previousBreak = false;
            }
        }
        boolean never = spaceBreak || special;
        boolean plain = !(indicators
                || lineBreaks
                || leadingSpace
                || trailingSpace
                || edgeBreak
                || breakSpace
                || never
                || tabs);
        return new ScalarText(lineBreaks, plain, !(breakSpace || never || tabs), !(trailingSpace || never));
    }

    private static boolean opens(String text) {
        char c = text.charAt(0);
        return switch (c) {
            case '#', ',', '[', ']', '{', '}', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`' -> true;
            case '?', ':', '-' -> blankAt(text, 1);
            default -> false;
        };
    }

    private static boolean blankAt(String text, int at) {
        if (at < 0 || at >= text.length()) {
            return true;
        }
        char c = text.charAt(at);
        return c == ' ' || c == '\t' || isBreak(c);
    }

    static boolean isBreak(char c) {
        return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    static boolean isPrintable(char c) {
        return c == '\n'
                || (c >= ' ' && c <= '~')
                || c == '\u0085'
                || (c >= '\u00a0' && c <= '\ud7ff')
                || (c >= '\ue000' && c <= '\ufffd' && c != '\ufeff');
    }
}
