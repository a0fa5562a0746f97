package decs.helm.values;

import decs.template.source.DecsException;
import decs.template.yaml.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Failures of a schema as a tree in Helm's words. The order of siblings is that of the schema; in Helm it is random.
 *
 * <p>Mirrors: santhosh-tekuri/jsonschema v6 ValidationError
 */
final class SchemaReport {
    private static final Set<String> BY_NAME = Set.of("properties", "dependentSchemas", "dependencies");
    private static final Set<String> INSTEAD = Set.of("$ref", "$dynamicRef", "$recursiveRef", "if", "then", "else");
    /** A group that is referred to stands where the reference is. */
    private static final Set<String> REFERENCES = Set.of("$ref", "$dynamicRef", "$recursiveRef");

    private static final Set<String> COMBINING = Set.of("allOf", "anyOf", "oneOf");
    /** What is checked of a value before its members are, in this order. */
    private static final List<String> FIRST = List.of(
            "minProperties",
            "maxProperties",
            "required",
            "dependentRequired",
            "minItems",
            "maxItems",
            "uniqueItems",
            "minLength",
            "maxLength",
            "pattern",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf");

    /** What is checked of a list behind its items. */
    private static final String LAST = "contains";

    private static final Set<String> CHILDREN = Set.of(
            "properties",
            "patternProperties",
            "additionalProperties",
            "unevaluatedProperties",
            "items",
            "prefixItems",
            "additionalItems",
            "unevaluatedItems",
            "contains");

    private final List<Line> lines;

    SchemaReport(List<JsonSchema.Failure> failures) {
        this.lines = failures.isEmpty() ? List.of() : top(failures);
    }

    /** One line and the lines below it. */
    private record Line(List<String> at, String text, List<Line> below) {
        private static final String GROUP = "validation failed";

        static Line group(List<String> at, List<Line> below) {
            return new Line(at, GROUP, below);
        }

        boolean isGroup() {
            return text.equals(GROUP);
        }

        int flaws() {
            return isGroup() ? below.stream().mapToInt(Line::flaws).sum() : 1;
        }

        Line under(List<String> path) {
            List<String> whole = new ArrayList<>(path);
            whole.addAll(at);
            return new Line(
                    whole, text, below.stream().map(line -> line.under(path)).toList());
        }
    }

    /**
     * One place in the values and what is wrong there.
     *
     * @param at keys and indexes from the top
     */
    record Flaw(List<String> at, String text) {}

    /** How many things are wrong, without the groups of alternatives around them. */
    int size() {
        return lines.stream().mapToInt(Line::flaws).sum();
    }

    /** The first of what is wrong, place by place. */
    List<Flaw> flaws(int most) {
        List<Flaw> flaws = new ArrayList<>();
        lines.forEach(line -> add(line, flaws, most));
        return flaws;
    }

    private static void add(Line line, List<Flaw> flaws, int most) {
        if (flaws.size() >= most) {
            return;
        }
        if (!line.isGroup()) {
            flaws.add(new Flaw(line.at(), line.text()));
        } else {
            line.below().forEach(below -> add(below, flaws, most));
        }
    }

    /** In Helm's words; empty when nothing is wrong. */
    String text() {
        StringBuilder out = new StringBuilder();
        lines.forEach(line -> print(line, "", out));
        return out.toString();
    }

    /** The lines of the whole schema; a group that stands alone, unless it is referred to, is shown by what it holds. */
    private static List<Line> top(List<JsonSchema.Failure> failures) {
        List<Line> lines = schema(failures, 0, 0);
        boolean referred = failures.stream()
                .allMatch(failure -> REFERENCES.contains(failure.evaluation().get(0)));
        return lines.size() == 1 && lines.get(0).isGroup() && !referred
                ? lines.get(0).below()
                : lines;
    }

    private static void print(Line line, String indent, StringBuilder out) {
        out.append(indent).append("- at '");
        for (String part : line.at()) {
            out.append('/').append(part.replace("~", "~0").replace("/", "~1"));
        }
        out.append("': ").append(line.text()).append('\n');
        line.below().forEach(child -> print(child, indent + "  ", out));
    }

    /** The lines of one schema, {@code depth} steps into the evaluation and {@code level} into the values. */
    private static List<Line> schema(List<JsonSchema.Failure> failures, int depth, int level) {
        Map<String, List<JsonSchema.Failure>> byKeyword = new LinkedHashMap<>();
        for (JsonSchema.Failure failure : failures) {
            byKeyword
                    .computeIfAbsent(failure.evaluation().get(depth), any -> new ArrayList<>())
                    .add(failure);
        }
        if (byKeyword.containsKey("type")) {
            byKeyword.keySet().retainAll(Set.of("type"));
        }
        List<Line> lines = new ArrayList<>();
        byKeyword.keySet().stream()
                .sorted(Comparator.comparingInt(SchemaReport::rank))
                .forEach(keyword -> keyword(keyword, byKeyword.get(keyword), depth, level, lines));
        return lines;
    }

    private static int rank(String keyword) {
        int first = FIRST.indexOf(keyword);
        return first >= 0 ? first : keyword.equals(LAST) ? FIRST.size() + 1 : FIRST.size();
    }

    private static void keyword(
            String keyword, List<JsonSchema.Failure> failures, int depth, int level, List<Line> lines) {
        List<JsonSchema.Failure> here = new ArrayList<>();
        List<JsonSchema.Failure> deeper = new ArrayList<>();
        for (JsonSchema.Failure failure : failures) {
            (failure.evaluation().size() == depth + 1 ? here : deeper).add(failure);
        }
        if (COMBINING.contains(keyword)) {
            lines.add(combined(keyword, failures, deeper, depth, level));
        } else if (INSTEAD.contains(keyword)) {
            if (!deeper.isEmpty()) {
                List<Line> there = schema(deeper, depth + 1, level);
                boolean group = there.size() == 1 && there.get(0).isGroup() && REFERENCES.contains(keyword);
                lines.addAll(
                        group
                                ? List.of(Line.group(
                                        at(deeper.get(0), level), there.get(0).below()))
                                : there);
            }
        } else if (keyword.equals("contains")) {
            lines.add(new Line(at(failures.get(0), level), SchemaWords.of(keyword, failures), items(failures.get(0))));
        } else if (keyword.equals("propertyNames")) {
            failures.forEach(failure -> lines.add(new Line(
                    at(failure, level),
                    SchemaWords.of(keyword, List.of(failure)),
                    alone(failure.wanted(), failure.property()))));
        } else if (keyword.equals("unevaluatedProperties")) {
            here.forEach(failure -> lines.add(
                    new Line(List.of(failure.property()), "false schema", List.of()).under(at(failure, level))));
            lines.addAll(children(keyword, deeper, depth, level));
        } else {
            if (!here.isEmpty()) {
                lines.add(new Line(at(here.get(0), level), SchemaWords.of(keyword, here), List.of()));
            }
            lines.addAll(children(keyword, deeper, depth, level));
        }
    }

    /** What a schema says of a value for itself, as far as it can be read alone. */
    private static List<Line> alone(Object schema, Object value) {
        try {
            List<JsonSchema.Failure> failures = JsonSchema.failuresAlone(Json.write(schema), value);
            return failures.isEmpty() ? List.of() : List.of(one(schema(failures, 0, 0), failures.get(0), 0));
        } catch (DecsException refersToMore) {
            return List.of();
        }
    }

    /** Why no item of a list is the one that it must contain. */
    private static List<Line> items(JsonSchema.Failure failure) {
        List<Line> lines = new ArrayList<>();
        if (failure.found() instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                List<String> path = new ArrayList<>(failure.instance());
                path.add(String.valueOf(i));
                alone(failure.wanted(), list.get(i)).forEach(line -> lines.add(line.under(path)));
            }
        }
        return lines;
    }

    private static Line combined(
            String keyword, List<JsonSchema.Failure> all, List<JsonSchema.Failure> deeper, int depth, int level) {
        List<Line> below = new ArrayList<>();
        partition(deeper, failure -> failure.evaluation().get(depth + 1))
                .values()
                .forEach(branch -> below.add(one(schema(branch, depth + 2, level), branch.get(0), level)));
        String text = "'" + keyword + "' failed";
        if (keyword.equals("oneOf")) {
            text += below.isEmpty() ? SchemaWords.matched(all) : ", none matched";
        }
        return new Line(at(all.get(0), level), text, below);
    }

    private static List<Line> children(String keyword, List<JsonSchema.Failure> failures, int depth, int level) {
        List<Line> lines = new ArrayList<>();
        int inner = CHILDREN.contains(keyword) ? level + 1 : level;
        Map<String, List<JsonSchema.Failure>> groups = partition(failures, failure -> place(failure, depth, inner));
        for (List<JsonSchema.Failure> group : groups.values()) {
            boolean named = BY_NAME.contains(keyword)
                    || keyword.equals("patternProperties")
                    || isIndex(group.get(0).evaluation(), depth + 1);
            int next = depth + (named ? 2 : 1);
            List<JsonSchema.Failure> inside = new ArrayList<>();
            for (JsonSchema.Failure failure : group) {
                if (failure.evaluation().size() > next) {
                    inside.add(failure);
                } else {
                    lines.add(new Line(
                            at(failure, inner), SchemaWords.of(failure.keyword(), List.of(failure)), List.of()));
                }
            }
            if (!inside.isEmpty()) {
                lines.add(one(schema(inside, next, inner), inside.get(0), inner));
            }
        }
        return lines;
    }

    private static String place(JsonSchema.Failure failure, int depth, int level) {
        return failure.evaluation().get(depth + 1) + " "
                + String.join(
                        "/",
                        failure.instance()
                                .subList(0, Math.min(level, failure.instance().size())));
    }

    private static boolean isIndex(List<String> path, int at) {
        return path.size() > at && path.get(at).chars().allMatch(Character::isDigit);
    }

    private static Line one(List<Line> lines, JsonSchema.Failure first, int level) {
        return lines.size() == 1 ? lines.get(0) : Line.group(at(first, level), lines);
    }

    private static List<String> at(JsonSchema.Failure failure, int level) {
        return failure.instance().subList(0, Math.min(level, failure.instance().size()));
    }

    private static Map<String, List<JsonSchema.Failure>> partition(
            List<JsonSchema.Failure> failures, Function<JsonSchema.Failure, String> key) {
        Map<String, List<JsonSchema.Failure>> groups = new LinkedHashMap<>();
        failures.forEach(failure -> groups.computeIfAbsent(key.apply(failure), any -> new ArrayList<>())
                .add(failure));
        return groups;
    }
}
