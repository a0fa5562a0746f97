package decs.testing.suite;

import decs.template.gofmt.GoFormat;
import decs.template.source.Problem;
import decs.template.source.Source;
import decs.template.source.Suggestion;
import decs.template.value.ValueMap;
import decs.template.yaml.Yaml;
import decs.template.yaml.YamlException;
import decs.testing.suite.Settings.CapabilitySetting;
import decs.testing.suite.Settings.ChartSetting;
import decs.testing.suite.Settings.ClusterSetting;
import decs.testing.suite.Settings.PostRenderer;
import decs.testing.suite.Settings.ReleaseSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the suites of a file; strictly, it refuses keys that mean nothing. */
public final class SuiteReader {
    private static final Set<String> ASSERTION_KEYS = Set.of("template", "documentIndex", "documentSelector", "not");

    private final boolean strict;
    private final Set<String> assertionTypes;

    /** A reader that knows these types of assertions. */
    public SuiteReader(boolean strict, Set<String> assertionTypes) {
        this.strict = strict;
        this.assertionTypes = Set.copyOf(assertionTypes);
    }

    /**
     * All suites in {@code file}, in order.
     *
     * @throws decs.template.source.DecsException for the first that is wrong
     */
    public List<Suite> read(Source file) {
        List<Suite> suites = new ArrayList<>();
        for (String part : DocumentParts.of(file.text())) {
            Source source = Source.of(file.name(), part);
            Object tree = tree(source);
            if (tree != null) {
                suites.add(suite(source, tree));
            }
        }
        return suites;
    }

    /** Texts with escapes that YAML does not know, as regular expressions have them, are read with each {@code \} doubled. */
    private static Object tree(Source source) {
        try {
            return Yaml.readV3(source);
        } catch (YamlException broken) {
            if (!broken.getMessage().contains("unknown escape character")) {
                throw broken;
            }
            return Yaml.readV3(Source.of(source.name(), Escapes.doubled(source.text())));
        }
    }

    private Suite suite(Source source, Object tree) {
        if (!(tree instanceof ValueMap map)) {
            throw new SuiteException(
                    "a test suite must be a mapping with `suite` and `tests`",
                    Problem.at(source.at(0), "a test suite must be a mapping with `suite` and `tests`"));
        }
        if (strict) {
            StrictKeys.check(source, map);
        }
        Fields fields = new Fields(map);
        List<TestCase> cases = new ArrayList<>();
        for (Object each : fields.list("tests")) {
            cases.add(testCase(source, each instanceof ValueMap test ? test : new ValueMap()));
        }
        if (cases.isEmpty()) {
            throw new SuiteException("no tests found", Problem.at(source.at(0), "no tests found"));
        }
        if (cases.stream().anyMatch(test -> test.assertions().isEmpty())) {
            throw new SuiteException("no asserts found", Problem.at(source.at(0), "no asserts found"));
        }
        return new Suite(
                fields.text("suite"),
                fields.text("snapshotId"),
                settings(fields),
                fields.texts("templates"),
                fields.texts("excludeTemplates"),
                fields.flag("includeCrds"),
                skip(fields),
                cases);
    }

    private TestCase testCase(Source source, ValueMap map) {
        Fields fields = new Fields(map);
        List<Assertion> assertions = new ArrayList<>();
        for (Object each : fields.list("asserts")) {
            assertions.add(assertion(source, each instanceof ValueMap assertion ? assertion : new ValueMap()));
        }
        List<String> templates = fields.texts("templates");
        String template = fields.text("template");
        return new TestCase(
                fields.text("it"),
                settings(fields),
                templates.isEmpty() && !template.isEmpty() ? List.of(template) : templates,
                choice(fields),
                skip(fields),
                assertions);
    }

    private Assertion assertion(Source source, ValueMap map) {
        Fields fields = new Fields(map);
        String type = "";
        for (String key : map.keySet()) {
            if (ASSERTION_KEYS.contains(key)) {
                continue;
            }
            if (!assertionTypes.contains(key)) {
                throw unknown(source, map, key);
            }
            if (!type.isEmpty()) {
                throw refused(
                        source, map, key, "assertion type `" + type + "` and `" + key + "` is declared duplicately");
            }
            type = key;
        }
        if (map.get("documentSelector") instanceof ValueMap selector && !(selector.get("path") instanceof String)) {
            throw refused(source, selector, "path", "empty 'documentSelector.path' not supported");
        }
        if (type.isEmpty()) {
            throw new SuiteException("no assertion type defined");
        }
        Object parameters = map.get(type);
        return new Assertion(
                type,
                fields.flag("not"),
                fields.text("template"),
                choice(fields),
                parameters instanceof ValueMap given ? given : new ValueMap());
    }

    private SuiteException unknown(Source source, ValueMap map, String key) {
        String message = "Assertion type `" + key + "` is invalid";
        Problem problem = map.origin(key).map(at -> Problem.at(at, message)).orElse(Problem.at(source.at(0), message));
        return new SuiteException(
                message,
                Suggestion.nearest(key, assertionTypes)
                        .map(near -> problem.withHint("did you mean " + near + "?"))
                        .orElse(problem));
    }

    private static SuiteException refused(Source source, ValueMap map, String key, String message) {
        return new SuiteException(
                message, map.origin(key).map(at -> Problem.at(at, message)).orElse(Problem.at(source.at(0), message)));
    }

    private static Optional<Suite.Skip> skip(Fields fields) {
        return fields.map("skip").map(skip -> new Suite.Skip(skip.text("reason"), skip.text("minimumVersion")));
    }

    private static DocumentChoice choice(Fields fields) {
        Optional<DocumentChoice.Selector> selector = fields.map("documentSelector")
                .filter(given -> !given.text("path").isEmpty())
                .map(given -> new DocumentChoice.Selector(
                        given.text("path"),
                        Optional.ofNullable(given.value("value")),
                        given.flag("matchMany"),
                        given.flag("skipEmptyTemplates")));
        return new DocumentChoice(fields.whole("documentIndex", -1), selector);
    }

    private static Settings settings(Fields fields) {
        Fields release = fields.map("release").orElse(Fields.NONE);
        Fields chart = fields.map("chart").orElse(Fields.NONE);
        Fields cluster = fields.map("kubernetesProvider").orElse(Fields.NONE);
        return new Settings(
                fields.texts("values"),
                fields.value("set") instanceof Map<?, ?>
                        ? fields.map("set").orElseThrow().values()
                        : new ValueMap(),
                new ReleaseSetting(
                        release.text("name"),
                        release.text("namespace"),
                        release.whole("revision", 0),
                        release.flag("upgrade")),
                capabilities(fields.map("capabilities").orElse(Fields.NONE)),
                new ChartSetting(chart.text("version"), chart.text("appVersion")),
                new ClusterSetting(
                        cluster.map("scheme").map(Fields::values).orElseGet(ValueMap::new), cluster.list("objects")),
                fields.map("postRenderer")
                        .filter(given -> !given.text("cmd").isEmpty())
                        .map(given -> new PostRenderer(given.text("cmd"), given.texts("args"))));
    }

    private static CapabilitySetting capabilities(Fields given) {
        List<String> versions = given.texts("apiVersions");
        return new CapabilitySetting(
                given.text("majorVersion"),
                given.text("minorVersion"),
                versions,
                given.has("apiVersions") && !(given.value("apiVersions") instanceof List));
    }

    /** The entries of a mapping, by the type in which they are wanted. */
    private record Fields(ValueMap values) {
        static final Fields NONE = new Fields(new ValueMap());

        boolean has(String key) {
            return values.containsKey(key);
        }

        Object value(String key) {
            return values.get(key);
        }

        String text(String key) {
            Object value = values.get(key);
            return value == null ? "" : GoFormat.print(value);
        }

        boolean flag(String key) {
            return Boolean.TRUE.equals(values.get(key));
        }

        int whole(String key, int otherwise) {
            return values.get(key) instanceof Number number ? number.intValue() : otherwise;
        }

        List<Object> list(String key) {
            return values.get(key) instanceof List<?> list ? new ArrayList<>(list) : List.of();
        }

        List<String> texts(String key) {
            return list(key).stream()
                    .map(each -> each == null ? "" : GoFormat.print(each))
                    .toList();
        }

        Optional<Fields> map(String key) {
            return values.get(key) instanceof ValueMap map ? Optional.of(new Fields(map)) : Optional.empty();
        }
    }
}
