package decs.helm.action;

import java.util.regex.Pattern;

/** Whether a name can be that of a release, asked before records are looked up. */
final class ReleaseNames {
    private static final Pattern PATTERN =
            Pattern.compile("^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$");
    private static final int LONGEST = 53;

    private ReleaseNames() {}

    /** Throws with {@code text} and the name unless it can be one. */
    static void check(String name, String text) {
        if (name.isEmpty() || name.length() > LONGEST || !PATTERN.matcher(name).matches()) {
            throw new ReleaseException(text + name);
        }
    }
}
