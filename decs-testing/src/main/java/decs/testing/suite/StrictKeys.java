package decs.testing.suite;

import decs.template.source.Problem;
import decs.template.source.Source;
import decs.template.source.Suggestion;
import decs.template.value.ValueMap;
import decs.template.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The keys that suites and tests may have, for {@code --strict}. */
final class StrictKeys {
    private static final Set<String> SHARED = Set.of(
            "values",
            "set",
            "templates",
            "release",
            "capabilities",
            "chart",
            "kubernetesProvider",
            "skip",
            "postRenderer");
    private static final Set<String> SUITE = Set.of("suite", "excludeTemplates", "includeCrds", "snapshotId", "tests");
    private static final Set<String> TEST = Set.of("it", "template", "documentIndex", "documentSelector", "asserts");

    private StrictKeys() {}

    static void check(Source source, ValueMap suite) {
        List<Problem> problems = new ArrayList<>();
        StringBuilder text = new StringBuilder("yaml: unmarshal errors:");
        YamlNode node = YamlNode.readAll(source).get(0);
        if (!suite.isEmpty() && node instanceof YamlNode.Mapping mapping) {
            check(mapping, SUITE, "TestSuite", problems, text);
            if (mapping.get("tests") instanceof YamlNode.Sequence tests) {
                for (YamlNode test : tests.items()) {
                    if (test instanceof YamlNode.Mapping entries) {
                        check(entries, TEST, "TestJob", problems, text);
                    }
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new SuiteException(text.toString(), problems.get(0));
        }
    }

    private static void check(
            YamlNode.Mapping mapping, Set<String> own, String type, List<Problem> problems, StringBuilder text) {
        for (YamlNode.Entry entry : mapping.entries()) {
            if (own.contains(entry.key()) || SHARED.contains(entry.key())) {
                continue;
            }
            String message = "field " + entry.key() + " not found in type unittest." + type;
            text.append("\n  line ")
                    .append(entry.keyNode().at().line())
                    .append(": ")
                    .append(message);
            Problem problem = Problem.at(entry.keyNode().at(), message);
            problems.add(Suggestion.nearest(entry.key(), own)
                    .map(near -> problem.withHint("did you mean " + near + "?"))
                    .orElse(problem));
        }
    }
}
