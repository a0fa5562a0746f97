package decs.template.semver;

import decs.template.gofmt.GoFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A set of versions, as Helm's users write it: alternatives ({@code ||}) of comparisons joined by commas or spaces, with
 * {@code ~}, {@code ^}, wildcards and hyphen ranges. A prerelease satisfies an alternative only when one of its
 * comparisons names a prerelease.
 *
 * <p>Mirrors: semver.NewConstraint, semver.Constraints.Check
 */
public final class Constraint {
    private static final int LONGEST = 512;
    private static final int MOST_ALTERNATIVES = 32;

    private final String text;
    private final List<List<Comparator>> alternatives;

    private Constraint(String text, List<List<Comparator>> alternatives) {
        this.text = text;
        this.alternatives = alternatives;
    }

    /**
     * Reads a constraint.
     *
     * @throws SemverException {@code improper constraint: "x"}, or {@code constraint parser error} for a version in it that
     *     is none
     */
    public static Constraint parse(String text) {
        if (text.length() > LONGEST) {
            throw new SemverException("constraint is too long");
        }
        String[] groups = text.split("\\|\\|", -1);
        if (groups.length > MOST_ALTERNATIVES) {
            throw new SemverException("constraint has too many OR groups");
        }
        List<List<Comparator>> alternatives = new ArrayList<>();
        for (String group : groups) {
            try {
                alternatives.add(group(group));
            } catch (SemverException bad) {
                throw bad.getMessage().startsWith("improper") ? bad : new SemverException("constraint parser error");
            }
        }
        return new Constraint(text, alternatives);
    }

    /** {@link #parse}, or nothing for text that is no constraint. */
    public static Optional<Constraint> tryParse(String text) {
        try {
            return Optional.of(parse(text));
        } catch (SemverException notOne) {
            return Optional.empty();
        }
    }

    /** Whether {@code version} fits {@code constraint}, both as written; what cannot be read fits nothing. */
    public static boolean admits(String constraint, String version) {
        Optional<Version> parsed = Version.tryParse(version);
        return parsed.isPresent()
                && tryParse(constraint)
                        .filter(range -> range.check(parsed.get()))
                        .isPresent();
    }

    /** Whether {@code version} satisfies one of the alternatives. */
    public boolean check(Version version) {
        return refusals(version).isEmpty();
    }

    /** Why {@code version} satisfies none of the alternatives, all reasons in order; empty when it does. */
    public List<String> refusals(Version version) {
        List<String> reasons = new ArrayList<>();
        for (List<Comparator> alternative : alternatives) {
            boolean prereleases =
                    alternative.stream().anyMatch(c -> !c.operand().prerelease().isEmpty());
            List<String> here = new ArrayList<>();
            for (Comparator comparator : alternative) {
                comparator.refusal(version, prereleases).ifPresent(here::add);
            }
            if (here.isEmpty()) {
                return List.of();
            }
            reasons.addAll(here);
        }
        return reasons;
    }

    @Override
    public String toString() {
        return text;
    }

    private static List<Comparator> group(String group) {
        List<Comparator> comparators = new ArrayList<>();
        Scanner scanner = new Scanner(group);
        scanner.blanks();
        while (true) {
            comparators.addAll(scanner.comparison());
            int blanks = scanner.blanks();
            if (scanner.atEnd()) {
                return comparators;
            }
            if (scanner.take(',')) {
                scanner.blanks();
            } else if (blanks == 0) {
                throw scanner.improper();
            }
        }
    }

    /** Reads one group of comparisons from left to right. */
    private static final class Scanner {
        private final String group;
        private int at;

        Scanner(String group) {
            this.group = group;
        }

        boolean atEnd() {
            return at == group.length();
        }

        int blanks() {
            int from = at;
            while (at < group.length() && " \t\n\f\r".indexOf(group.charAt(at)) >= 0) {
                at++;
            }
            return at - from;
        }

        boolean take(char c) {
            if (at < group.length() && group.charAt(at) == c) {
                at++;
                return true;
            }
            return false;
        }

        /** One comparison, or the two that a hyphen range stands for. */
        List<Comparator> comparison() {
            int from = at;
            while (at < group.length() && "=!<>~^".indexOf(group.charAt(at)) >= 0) {
                at++;
            }
            String sign = group.substring(from, at);
            Comparator.Operator operator = Comparator.Operator.of(sign).orElseThrow(this::improper);
            blanks();
            Parts first = operand();
            int afterFirst = at;
            if (sign.isEmpty() && blanks() > 0 && take('-') && blanks() > 0) {
                Parts last = operand();
                return List.of(
                        Comparator.of(Comparator.Operator.GREATER_OR_EQUAL, first),
                        Comparator.of(Comparator.Operator.LESS_OR_EQUAL, last));
            }
            at = afterFirst;
            return List.of(Comparator.of(operator, first));
        }

        private Parts operand() {
            int from = at;
            while (at < group.length() && ", \t\n\f\r".indexOf(group.charAt(at)) < 0) {
                at++;
            }
            String word = group.substring(from, at);
            Parts parts = Parts.of(word.startsWith("v") ? word.substring(1) : word);
            if (parts == null) {
                throw improper();
            }
            return parts;
        }

        SemverException improper() {
            return new SemverException("improper constraint: " + GoFormat.quote(group));
        }
    }
}
