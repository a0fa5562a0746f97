package decs.helm.action;

import decs.helm.kube.ObjectRef;
import decs.template.source.DecsException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which differences are no drift. A rule is a path, with the kind and the name of the objects before it where it is not
 * for all: {@code spec.replicas}, {@code Deployment:spec.replicas}, {@code Deployment/web:metadata.annotations}. It
 * covers all that is below; {@code *} stands for any part of a name.
 */
public record DriftRules(List<Rule> rules) {
    private static final DriftRules NONE = new DriftRules(List.of());

    public DriftRules {
        rules = List.copyOf(rules);
    }

    public static DriftRules none() {
        return NONE;
    }

    /**
     * The rules that {@code texts} say.
     *
     * @throws DecsException for one that names no path
     */
    public static DriftRules of(List<String> texts) {
        return new DriftRules(texts.stream().map(Rule::of).toList());
    }

    /** Whether a difference there does not count. */
    boolean cover(ObjectRef object, String path) {
        List<String> steps = steps(path);
        return rules.stream().anyMatch(rule -> rule.covers(object, steps));
    }

    private static List<String> steps(String path) {
        List<String> steps = new ArrayList<>();
        Matcher step = FieldPath.STEP.matcher(path);
        while (step.find()) {
            steps.add(step.group(1) != null ? step.group(1) : step.group(2));
        }
        return steps;
    }

    /** One rule. */
    public record Rule(Pattern kind, Pattern name, List<Pattern> path) {
        private static Rule of(String text) {
            int colon = text.indexOf(':');
            String who = colon < 0 ? "*" : text.substring(0, colon);
            int slash = who.indexOf('/');
            List<String> steps = steps(text.substring(colon + 1));
            if (steps.isEmpty()) {
                throw new DecsException("the rule \"" + text + "\" names no path; it has to be like spec.replicas or"
                        + " Deployment/web:spec.replicas");
            }
            return new Rule(
                    glob(slash < 0 ? who : who.substring(0, slash)),
                    glob(slash < 0 ? "*" : who.substring(slash + 1)),
                    steps.stream().map(Rule::glob).toList());
        }

        private static Pattern glob(String text) {
            return Pattern.compile(Pattern.compile("\\*")
                            .splitAsStream(text)
                            .map(Pattern::quote)
                            .collect(Collectors.joining(".*"))
                    + (text.endsWith("*") ? ".*" : ""));
        }

        private boolean covers(ObjectRef object, List<String> steps) {
            if (!kind.matcher(object.kind()).matches()
                    || !name.matcher(object.name()).matches()
                    || steps.size() < path.size()) {
                return false;
            }
            for (int i = 0; i < path.size(); i++) {
                if (!path.get(i).matcher(steps.get(i)).matches()) {
                    return false;
                }
            }
            return true;
        }
    }
}
