package decs.helm.action;

import java.util.regex.Pattern;

/**
 * What counts as the address of a maintainer: words with dots between them, and a domain of at least two labels whose
 * last one has no digit at its ends. Mirrors: govalidator.IsEmail
 */
final class EmailAddress {
    private static final String FOREIGN = "\\x{A0}-\\x{D7FF}\\x{F900}-\\x{FDCF}\\x{FDF0}-\\x{FFEF}";
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~" + FOREIGN + "-]+";
    private static final String LABEL = ends("A-Za-z0-9", "A-Za-z0-9._~-");
    private static final String LAST_LABEL = ends("A-Za-z", "A-Za-z0-9_~-");
    private static final Pattern ADDRESS =
            Pattern.compile(ATOM + "(?:\\." + ATOM + ")*+@(?:" + LABEL + "\\.)+" + LAST_LABEL + "\\.?");

    private static final int LONGEST = 320;

    private EmailAddress() {}

    private static String ends(String end, String middle) {
        return "[" + end + FOREIGN + "](?:[" + middle + FOREIGN + "]*[" + end + FOREIGN + "])?";
    }

    static boolean isOne(String text) {
        return text.length() <= LONGEST && ADDRESS.matcher(text).matches();
    }
}
