package decs.helm.values;

import java.util.ArrayList;
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
    private static final Set<String> COMBINING = Set.of("allOf", "anyOf", "oneOf");
    /** What is checked of an object before its members are. */
    private static final Set<String> OF_THE_OBJECT =
            Set.of("minProperties", "maxProperties", "required", "dependentRequired");

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

    private SchemaReport() {}

    /** One line and the lines below it. */
    private record Line(List<String> at, String text, List<Line> below) {}

    /**
     * One place in the values and what is wrong there.
     *
     * @param at keys and indexes from the top
     */
    record Flaw(List<String> at, String text) {}

    /** What is wrong place by place, without the groups of alternatives around it. */
    static List<Flaw> flaws(List<JsonSchema.Failure> failures) {
        List<Flaw> flaws = new ArrayList<>();
        schema(failures, 0, 0).forEach(line -> add(line, flaws));
        return flaws;
    }

    private static void add(Line line, List<Flaw> flaws) {
        boolean grouped = line.text().equals("validation failed");
        if (!grouped) {
            flaws.add(new Flaw(line.at(), line.text()));
        } else {
            line.below().forEach(below -> add(below, flaws));
        }
    }

    static String of(List<JsonSchema.Failure> failures) {
        StringBuilder out = new StringBuilder();
        for (Line line : schema(failures, 0, 0)) {
            print(line, "", out);
        }
        return out.toString();
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
        byKeyword.forEach((keyword, found) -> {
            if (OF_THE_OBJECT.contains(keyword)) {
                keyword(keyword, found, depth, level, lines);
            }
        });
        byKeyword.forEach((keyword, found) -> {
            if (!OF_THE_OBJECT.contains(keyword)) {
                keyword(keyword, found, depth, level, lines);
            }
        });
        return lines;
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
                lines.addAll(schema(deeper, depth + 1, level));
            }
        } else if (keyword.equals("contains") || keyword.equals("propertyNames")) {
            lines.add(new Line(
                    at(failures.get(0), level),
                    SchemaWords.of(keyword, failures),
                    children(keyword, deeper, depth, level)));
        } else {
            if (!here.isEmpty()) {
                lines.add(new Line(at(here.get(0), level), SchemaWords.of(keyword, here), List.of()));
            }
            lines.addAll(children(keyword, deeper, depth, level));
        }
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
        return lines.size() == 1 ? lines.get(0) : new Line(at(first, level), "validation failed", lines);
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
