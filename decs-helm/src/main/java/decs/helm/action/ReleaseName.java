package decs.helm.action;

import decs.helm.chart.HelmVersion;
import decs.template.gofmt.GoFormat;
import decs.template.source.DecsException;
import decs.template.source.Problem;
import java.util.List;
import java.util.regex.Pattern;

/** What a release may be called. */
final class ReleaseName {
    private static final String RULE = "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$";
    private static final Pattern PATTERN = Pattern.compile(RULE);
    private static final int LONGEST = 53;

    private ReleaseName() {}

    /** Throws with Helm's text unless {@code name} is one. */
    static void check(String name, HelmVersion version) {
        if (name.isEmpty()) {
            throw refused(name, "no name provided", version);
        }
        if (!isOne(name)) {
            throw refused(
                    name,
                    "invalid release name, must match regex " + RULE + " and the length must not be longer than "
                            + LONGEST,
                    version);
        }
    }

    /** Throws with {@code text} and the name unless it is one: asked before records are looked up. */
    static void checkKnown(String name, String text) {
        if (!isOne(name)) {
            throw new ReleaseException(text + name);
        }
    }

    private static boolean isOne(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST
                && PATTERN.matcher(name).matches();
    }

    private static DecsException refused(String name, String why, HelmVersion version) {
        String text = "release name " + GoFormat.quote(name) + ": " + why;
        String message = version == HelmVersion.V3 ? text : "release name check failed: " + text;
        return new DecsException(message, List.of(Problem.of(text)), null);
    }
}
