package decs.helm.archive;

import decs.helm.chart.ChartException;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of .helmignore. They look like git's and are not: the first rule that says ignore wins, nothing is taken
 * back, and a negated rule ignores every path that it does <em>not</em> match.
 *
 * <p>Mirrors: ignore.Rules
 */
final class IgnoreRules {
    private static final String HIDDEN_TEMPLATES = "templates/.?*";

    private final List<Rule> rules = new ArrayList<>();

    private record Rule(PathPattern pattern, boolean fullPath, boolean negated, boolean foldersOnly) {
        boolean ignores(String path, boolean folder) {
            if (foldersOnly && !folder) {
                return negated;
            }
            String subject = fullPath ? path : path.substring(path.lastIndexOf('/') + 1);
            return pattern.matches(subject) != negated;
        }
    }

    /** The rules in the text of a .helmignore (possibly empty) and those that always hold. */
    static IgnoreRules of(String text) {
        IgnoreRules rules = new IgnoreRules();
        rules.add(HIDDEN_TEMPLATES);
        text.lines().forEach(rules::add);
        return rules;
    }

    private void add(String line) {
        String rule = line.strip();
        if (rule.isEmpty() || rule.startsWith("#")) {
            return;
        }
        if (rule.contains("**")) {
            throw new ChartException("double-star (**) syntax is not supported");
        }
        PathPattern.of(rule);
        boolean negated = rule.startsWith("!");
        rule = negated ? rule.substring(1) : rule;
        boolean foldersOnly = rule.endsWith("/");
        rule = foldersOnly ? rule.substring(0, rule.length() - 1) : rule;
        boolean fullPath = rule.contains("/");
        rule = rule.startsWith("/") ? rule.substring(1) : rule;
        rules.add(new Rule(PathPattern.of(rule), fullPath, negated, foldersOnly));
    }

    /** Whether {@code path}, relative to the chart's folder, is left out (and not entered, when it is a folder). */
    boolean ignores(String path, boolean folder) {
        for (Rule rule : rules) {
            if (rule.ignores(path, folder)) {
                return true;
            }
        }
        return false;
    }
}
