package decs.template.semver;

/**
 * The pieces of a version or of a constraint's operand, as written; absent ones are empty. A number may be {@code x},
 * {@code X} or {@code *}.
 */
record Parts(String major, String minor, String patch, String prerelease, String metadata) {

    /** The pieces of all of {@code text}, or null when it has not the form of a version. */
    static Parts of(String text) {
        int[] at = {0};
        String major = number(text, at);
        if (major.isEmpty()) {
            return null;
        }
        String minor = dotted(text, at);
        String patch = minor.isEmpty() ? "" : dotted(text, at);
        String prerelease = suffix(text, '-', at);
        String metadata = suffix(text, '+', at);
        if (prerelease == null || metadata == null || at[0] != text.length()) {
            return null;
        }
        return new Parts(major, minor, patch, prerelease, metadata);
    }

    /** Whether there is no wildcard. */
    boolean numbersOnly() {
        return Version.digits(major)
                && (minor.isEmpty() || Version.digits(minor))
                && (patch.isEmpty() || Version.digits(patch));
    }

    static boolean isWildcard(String part) {
        return part.equals("x") || part.equals("X") || part.equals("*");
    }

    static boolean isIdentifierCharacter(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
    }

    private static String dotted(String text, int[] at) {
        int from = at[0];
        if (from < text.length() && text.charAt(from) == '.') {
            at[0]++;
            String part = number(text, at);
            if (!part.isEmpty()) {
                return part;
            }
        }
        at[0] = from;
        return "";
    }

    private static String number(String text, int[] at) {
        int from = at[0];
        int i = from;
        while (i < text.length() && "0123456789xX*".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        at[0] = i;
        return text.substring(from, i);
    }

    /** Dot-separated identifiers behind {@code mark}; empty without the mark, null when they are malformed. */
    private static String suffix(String text, char mark, int[] at) {
        if (at[0] >= text.length() || text.charAt(at[0]) != mark) {
            return "";
        }
        int from = ++at[0];
        int i = from;
        while (i < text.length() && (isIdentifierCharacter(text.charAt(i)) || text.charAt(i) == '.')) {
            i++;
        }
        String found = text.substring(from, i);
        if (found.isEmpty() || found.startsWith(".") || found.endsWith(".") || found.contains("..")) {
            return null;
        }
        at[0] = i;
        return found;
    }
}
