package decs.template.semver;

import java.util.Optional;

/**
 * One comparison of a constraint, such as {@code ^1.2}. A part left out or written as a wildcard makes it "dirty": it
 * then speaks of a range.
 */
record Comparator(Operator operator, Version operand, boolean dirty, boolean minorDirty, boolean patchDirty) {

    enum Operator {
        EQUAL,
        NOT_EQUAL,
        GREATER,
        LESS,
        GREATER_OR_EQUAL,
        LESS_OR_EQUAL,
        TILDE,
        CARET;

        static Optional<Operator> of(String text) {
            return Optional.ofNullable(
                    switch (text) {
                        case "", "=" -> EQUAL;
                        case "!=" -> NOT_EQUAL;
                        case ">" -> GREATER;
                        case "<" -> LESS;
                        case ">=", "=>" -> GREATER_OR_EQUAL;
                        case "<=", "=<" -> LESS_OR_EQUAL;
                        case "~", "~>" -> TILDE;
                        case "^" -> CARET;
                        default -> null;
                    });
        }
    }

    static Comparator of(Operator operator, Parts parts) {
        String prerelease = parts.prerelease().isEmpty() ? "" : "-" + parts.prerelease();
        if (Parts.isWildcard(parts.major())) {
            return new Comparator(operator, Version.parse("0.0.0" + prerelease), true, false, false);
        }
        if (parts.minor().isEmpty() || Parts.isWildcard(parts.minor())) {
            return new Comparator(operator, Version.parse(parts.major() + ".0.0" + prerelease), true, true, false);
        }
        String two = parts.major() + "." + parts.minor();
        if (parts.patch().isEmpty() || Parts.isWildcard(parts.patch())) {
            return new Comparator(operator, Version.parse(two + ".0" + prerelease), true, false, true);
        }
        return new Comparator(operator, Version.parse(two + "." + parts.patch() + prerelease), false, false, false);
    }

    /** Why {@code version} does not satisfy this comparison; empty when it does. */
    Optional<String> refusal(Version version, boolean prereleaseAllowed) {
        if (!version.prerelease().isEmpty() && !prereleaseAllowed) {
            return Optional.of(
                    version + " is a prerelease version and the constraint is only looking for release versions");
        }
        String reason =
                switch (operator) {
                    case EQUAL -> dirty ? tilde(version) : when(version.compareTo(operand) != 0, "is not equal to");
                    case NOT_EQUAL -> when(!differs(version), "is equal to");
                    case GREATER -> when(!isGreater(version), "is less than or equal to");
                    case LESS -> when(version.compareTo(operand) >= 0, "is greater than or equal to");
                    case GREATER_OR_EQUAL -> when(version.compareTo(operand) < 0, "is less than");
                    case LESS_OR_EQUAL -> when(!isLessOrEqual(version), "is greater than");
                    case TILDE -> tilde(version);
                    case CARET -> caret(version);
                };
        return reason.isEmpty() ? Optional.empty() : Optional.of(version + " " + reason);
    }

    private String when(boolean refused, String relation) {
        return refused ? relation + " " + operand.original() : "";
    }

    private boolean differs(Version version) {
        if (!dirty) {
            return version.compareTo(operand) != 0;
        }
        if (version.major() != operand.major()) {
            return true;
        }
        if (version.minor() != operand.minor() && !minorDirty) {
            return true;
        }
        return !minorDirty && version.patch() != operand.patch() && !patchDirty;
    }

    private boolean isGreater(Version version) {
        if (!dirty || version.major() != operand.major()) {
            return version.compareTo(operand) > 0;
        }
        if (minorDirty) {
            return false; // ">1" means past all of 1
        }
        return patchDirty ? Long.compareUnsigned(version.minor(), operand.minor()) > 0 : version.compareTo(operand) > 0;
    }

    private boolean isLessOrEqual(Version version) {
        if (!dirty) {
            return version.compareTo(operand) <= 0;
        }
        int major = Long.compareUnsigned(version.major(), operand.major());
        return major < 0 || (major == 0 && (minorDirty || Long.compareUnsigned(version.minor(), operand.minor()) <= 0));
    }

    private String tilde(Version version) {
        if (version.compareTo(operand) < 0) {
            return "is less than " + operand.original();
        }
        boolean zero = operand.major() == 0 && operand.minor() == 0 && operand.patch() == 0;
        if (zero && !minorDirty && !patchDirty) {
            return "";
        }
        if (version.major() != operand.major()) {
            return "does not have same major version as " + operand.original();
        }
        if (version.minor() != operand.minor() && !minorDirty) {
            return "does not have same major and minor version as " + operand.original();
        }
        return "";
    }

    private String caret(Version version) {
        if (version.compareTo(operand) < 0) {
            return "is less than " + operand.original();
        }
        if (operand.major() != 0 || minorDirty) {
            return version.major() == operand.major()
                    ? ""
                    : "does not have same major version as " + operand.original();
        }
        if (version.major() != 0) {
            return "does not have same major version as " + operand.original();
        }
        if (operand.minor() != 0 || patchDirty) {
            return version.minor() == operand.minor()
                    ? ""
                    : "does not have same minor version as " + operand.original()
                            + ". Expected minor versions to match when constraint major version is 0";
        }
        return version.minor() == 0 && version.patch() == operand.patch()
                ? ""
                : "does not equal " + operand.original()
                        + ". Expect version and constraint to equal when major and minor versions are 0";
    }
}
