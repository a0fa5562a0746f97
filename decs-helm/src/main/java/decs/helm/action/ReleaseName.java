package decs.helm.action;

import decs.helm.chart.HelmVersion;
import decs.template.gofmt.GoFormat;
import decs.template.source.DecsException;
import java.util.regex.Pattern;

/** What a release may be called. */
public final class ReleaseName {
    private static final String RULE = "^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$";
    private static final Pattern PATTERN = Pattern.compile(RULE);
    private static final int LONGEST = 53;

    private ReleaseName() {}

    /** Throws with Helm's text unless {@code name} is one. */
    static void check(String name) {
        if (!isOne(name)) {
            throw new DecsException("release name " + GoFormat.quote(name) + ": " + why(name));
        }
    }

    /** The same, without the name in front, for those who have told it. */
    public static void checkGiven(String name) {
        if (!isOne(name)) {
            throw new DecsException(why(name));
        }
    }

    private static String why(String name) {
        return name.isEmpty()
                ? "no name provided"
                : "invalid release name, must match regex " + RULE + " and the length must not be longer than "
                        + LONGEST;
    }

    /** The same, with what {@code version} puts in front. */
    static void check(String name, HelmVersion version) {
        try {
            check(name);
        } catch (DecsException e) {
            throw ReleaseException.within(version == HelmVersion.V3 ? "" : "release name check failed: ", e);
        }
    }

    /** Throws with {@code text} and the name unless it is one: asked before records are looked up. */
    public static void checkKnown(String name, String text) {
        if (!isOne(name)) {
            throw new ReleaseException(text + name);
        }
    }

    private static boolean isOne(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST
                && PATTERN.matcher(name).matches();
    }
}
