package decs.template.semver;

import java.util.Objects;
import java.util.Optional;

/**
 * A semantic version. Numbers are kept as text of digits would be compared: as unsigned 64-bit values.
 *
 * @param prerelease what stands behind {@code -}, or the empty text
 * @param metadata what stands behind {@code +}, or the empty text
 * @param original the text that was read
 */
public record Version(long major, long minor, long patch, String prerelease, String metadata, String original)
        implements Comparable<Version> {
    private static final int LONGEST = 256;

    public Version {
        Objects.requireNonNull(prerelease, "prerelease");
        Objects.requireNonNull(metadata, "metadata");
        Objects.requireNonNull(original, "original");
    }

    /**
     * Reads a version leniently: an optional {@code v}, one to three numbers, leading zeros allowed.
     *
     * <p>Mirrors: semver.NewVersion
     */
    public static Version parse(String text) {
        if (text.length() > LONGEST) {
            throw new SemverException("version is too long");
        }
        Parts parts = Parts.of(text.startsWith("v") ? text.substring(1) : text);
        if (parts == null || !parts.numbersOnly()) {
            throw new SemverException("invalid semantic version");
        }
        checkPrerelease(parts.prerelease());
        return new Version(
                number(parts.major()),
                number(parts.minor()),
                number(parts.patch()),
                parts.prerelease(),
                parts.metadata(),
                text);
    }

    /** {@link #parse}, or nothing for text that is no version. */
    public static Optional<Version> tryParse(String text) {
        try {
            return Optional.of(parse(text));
        } catch (SemverException notOne) {
            return Optional.empty();
        }
    }

    /**
     * Reads a version by the letter of the standard: three numbers, no {@code v}, no leading zeros.
     *
     * <p>Mirrors: semver.StrictNewVersion
     */
    public static Version parseStrict(String text) {
        if (text.isEmpty()) {
            throw new SemverException("version string empty");
        }
        if (text.length() > LONGEST) {
            throw new SemverException("version is too long");
        }
        String[] numbers = text.split("\\.", 3);
        if (numbers.length != 3) {
            throw new SemverException("invalid semantic version");
        }
        String metadata = "";
        String prerelease = "";
        int plus = numbers[2].indexOf('+');
        if (plus >= 0) {
            metadata = numbers[2].substring(plus + 1);
            numbers[2] = numbers[2].substring(0, plus);
            if (!identifiers(metadata)) {
                throw new SemverException("invalid metadata string");
            }
        }
        int dash = numbers[2].indexOf('-');
        if (dash >= 0) {
            prerelease = numbers[2].substring(dash + 1);
            numbers[2] = numbers[2].substring(0, dash);
            if (!identifiers(prerelease)) {
                throw new SemverException("invalid prerelease string");
            }
            checkPrerelease(prerelease);
        }
        for (String number : numbers) {
            if (!digits(number)) {
                throw new SemverException("invalid characters in version");
            }
            if (number.length() > 1 && number.charAt(0) == '0') {
                throw new SemverException("version segment starts with 0");
            }
        }
        return new Version(number(numbers[0]), number(numbers[1]), number(numbers[2]), prerelease, metadata, text);
    }

    /** The version in full: three numbers, prerelease, metadata; no {@code v}. */
    @Override
    public String toString() {
        return Long.toUnsignedString(major)
                + '.'
                + Long.toUnsignedString(minor)
                + '.'
                + Long.toUnsignedString(patch)
                + (prerelease.isEmpty() ? "" : '-' + prerelease)
                + (metadata.isEmpty() ? "" : '+' + metadata);
    }

    /** By precedence: numbers, then prerelease (a release is greater than its prereleases); metadata does not count. */
    @Override
    public int compareTo(Version other) {
        int order = Long.compareUnsigned(major, other.major);
        if (order == 0) {
            order = Long.compareUnsigned(minor, other.minor);
        }
        if (order == 0) {
            order = Long.compareUnsigned(patch, other.patch);
        }
        if (order != 0 || prerelease.equals(other.prerelease)) {
            return order;
        }
        if (prerelease.isEmpty() || other.prerelease.isEmpty()) {
            return prerelease.isEmpty() ? 1 : -1;
        }
        return comparePrerelease(prerelease.split("\\.", -1), other.prerelease.split("\\.", -1));
    }

    private static int comparePrerelease(String[] ours, String[] theirs) {
        for (int i = 0; i < Math.max(ours.length, theirs.length); i++) {
            if (i == ours.length || i == theirs.length) {
                return i == ours.length ? -1 : 1;
            }
            int order = compareIdentifier(ours[i], theirs[i]);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int compareIdentifier(String a, String b) {
        boolean numberA = digits(a);
        boolean numberB = digits(b);
        if (numberA && numberB) {
            return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : Integer.signum(a.compareTo(b));
        }
        if (numberA != numberB) {
            return numberA ? -1 : 1;
        }
        return Integer.signum(a.compareTo(b));
    }

    private static void checkPrerelease(String prerelease) {
        for (String identifier : prerelease.split("\\.")) {
            if (identifier.length() > 1 && identifier.charAt(0) == '0' && digits(identifier)) {
                throw new SemverException("version segment starts with 0");
            }
        }
    }

    private static boolean identifiers(String text) {
        for (String identifier : text.split("\\.", -1)) {
            if (identifier.isEmpty() || !identifier.chars().allMatch(Parts::isIdentifierCharacter)) {
                return false;
            }
        }
        return true;
    }

    static boolean digits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static long number(String digits) {
        try {
            return digits.isEmpty() ? 0 : Long.parseUnsignedLong(digits);
        } catch (NumberFormatException tooLarge) {
            throw new SemverException(
                    "error parsing version segment: strconv.ParseUint: parsing \"" + digits + "\": value out of range");
        }
    }
}
