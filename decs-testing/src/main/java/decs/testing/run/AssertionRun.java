package decs.testing.run;

import decs.template.gofmt.GoFormat;
import decs.template.source.DecsException;
import decs.testing.check.Checks;
import decs.testing.check.GoEquality;
import decs.testing.check.Subject;
import decs.testing.path.DocumentPath;
import decs.testing.snapshot.Snapshots;
import decs.testing.suite.Assertion;
import decs.testing.suite.DocumentChoice.Selector;
import decs.testing.suite.TestCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Holds a test's assertions against what it rendered, template by template.
 *
 * @param suite the templates that are looked at where neither assertion nor test names any
 */
record AssertionRun(TestCase test, TemplateNames suite, Rendering rendering, Snapshots snapshots, boolean failFast) {

    /** Whether an assertion holds only where the render fails. */
    static boolean expectsFailure(Assertion assertion) {
        return assertion.type().equals("failedTemplate");
    }

    /** What is wrong, as lines to print; none when the assertion holds. */
    List<String> failures(Assertion assertion) {
        Map<String, List<Object>> chosen;
        try {
            chosen = chosen(assertion, inView(assertion));
        } catch (DecsException none) {
            return List.of("Error:", none.getMessage());
        }
        if (chosen.isEmpty()) {
            boolean passedOver =
                    test.documents().selector().filter(Selector::skipEmpty).isPresent();
            return passedOver ? List.of() : checked(assertion, List.of(), List.of());
        }
        List<String> lines = new ArrayList<>();
        chosen.forEach((template, documents) -> lines.addAll(failures(assertion, template, documents)));
        return lines;
    }

    private List<String> failures(Assertion assertion, String template, List<Object> documents) {
        List<Object> rendered = rendering.documents().get(template);
        if (rendered == null && !expectsFailure(assertion)) {
            return List.of("Error:", "\ttemplate \"" + template + "\" not exists or not selected in test suite");
        }
        List<String> wrong = checked(assertion, rendered == null ? List.of() : rendered, documents);
        if (wrong.isEmpty()) {
            return wrong;
        }
        List<String> lines = new ArrayList<>(List.of("Template:\t" + template));
        lines.addAll(wrong);
        return lines;
    }

    private List<String> checked(Assertion assertion, List<Object> rendered, List<Object> documents) {
        if (expectsFailure(assertion) == rendering.succeeded()) {
            Object raw = rendered.isEmpty() ? null : ((Map<?, ?>) rendered.get(0)).get("raw");
            return rendered.isEmpty()
                    ? List.of("Error: rendered manifest is empty")
                    : List.of("Error: Invalid rendering: " + (raw == null ? "%!s(<nil>)" : GoFormat.value(raw)));
        }
        Checks.Type type = Checks.named(assertion.type());
        try {
            return type.check()
                    .failures(new Subject(
                            documents,
                            rendered.size(),
                            assertion.parameters(),
                            assertion.not() != type.antonym(),
                            failFast,
                            snapshots,
                            rendering.failure()));
        } catch (DecsException wrong) {
            return List.of("Error:", "\t" + wrong.getMessage());
        }
    }

    /** The documents of the templates that an assertion looks at: its own, else those of the test, else the suite's. */
    private Map<String, List<Object>> inView(Assertion assertion) {
        if (rendering.piped() && rendering.documents().keySet().stream().allMatch("manifest.yaml"::equals)) {
            return rendering.documents();
        }
        List<String> named = assertion.template().isEmpty() ? test.templates() : List.of(assertion.template());
        if (named.isEmpty() && (suite.all() || suite.names().stream().anyMatch(name -> name.contains("*")))) {
            return rendering.documents();
        }
        Map<String, List<Object>> inView = new TreeMap<>();
        for (String name : named.isEmpty() ? suite.names() : named) {
            String path = suite.path(name);
            inView.put(path, rendering.documents().getOrDefault(path, List.of()));
        }
        return inView;
    }

    private Map<String, List<Object>> chosen(Assertion assertion, Map<String, List<Object>> inView) {
        Optional<Selector> selector =
                assertion.documents().selector().or(() -> test.documents().selector());
        if (selector.isPresent()) {
            return selected(selector.get(), inView);
        }
        int index = test.documents().index() >= 0
                ? test.documents().index()
                : assertion.documents().index();
        if (index < 0) {
            return inView;
        }
        Map<String, List<Object>> chosen = new TreeMap<>();
        inView.forEach((template, documents) -> {
            if (index >= documents.size()) {
                throw new DecsException("document index " + index + " is out of range");
            }
            chosen.put(template, List.of(documents.get(index)));
        });
        return chosen;
    }

    private static Map<String, List<Object>> selected(Selector selector, Map<String, List<Object>> inView) {
        Map<String, List<Object>> chosen = new TreeMap<>();
        int hits = 0;
        for (Map.Entry<String, List<Object>> each : inView.entrySet()) {
            List<Object> found = each.getValue().stream()
                    .filter(document -> fits(document, selector))
                    .toList();
            hits += found.size();
            if (!found.isEmpty()) {
                chosen.put(each.getKey(), found);
            }
        }
        if (hits > 1 && !selector.many()) {
            throw new DecsException("multiple indexes found");
        }
        if (hits == 0 && !selector.skipEmpty()) {
            throw new DecsException("document not found");
        }
        return chosen;
    }

    private static boolean fits(Object document, Selector selector) {
        return DocumentPath.parse(selector.path()).find(document).stream().anyMatch(found -> selector.value()
                .filter(wanted -> !GoEquality.same(found, wanted))
                .isEmpty());
    }
}
