package decs.testing.run;

import decs.template.source.DecsException;
import decs.testing.check.Checks;
import decs.testing.check.Subject;
import decs.testing.path.DocumentPath;
import decs.testing.snapshot.Snapshots;
import decs.testing.suite.Assertion;
import decs.testing.suite.DocumentChoice;
import decs.testing.suite.Suite;
import decs.testing.suite.TestCase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** One test: its render, and its assertions on that. */
record CaseRun(CaseRender render, Suite suite, TestCase test, Snapshots snapshots, TestOptions options) {

    CaseResult run() {
        long start = System.nanoTime();
        List<CaseResult.Failure> failures = new ArrayList<>();
        Optional<String> error = Optional.empty();
        try {
            Rendering rendering = rendering();
            for (int i = 0; i < test.assertions().size(); i++) {
                Assertion assertion = test.assertions().get(i);
                List<String> lines = lines(assertion, rendering);
                if (!lines.isEmpty()) {
                    failures.add(new CaseResult.Failure(i, assertion.type(), assertion.not(), lines));
                    if (options.failFast()) {
                        break;
                    }
                }
            }
        } catch (DecsException broken) {
            error = Optional.of(broken.getMessage());
        }
        return new CaseResult(test.name(), false, error, failures, Duration.ofNanos(System.nanoTime() - start));
    }

    /** A render may fail only where that is expected. */
    private Rendering rendering() {
        try {
            return Rendering.of(render.texts(test));
        } catch (DecsException failed) {
            if (test.assertions().stream().noneMatch(CaseRun::onFailure)) {
                throw failed;
            }
            TemplateNames names = names(test.templates().isEmpty() ? suite.templates() : test.templates());
            return Rendering.failed(
                    failed.getMessage(), names.names().stream().map(names::path).toList());
        }
    }

    private static boolean onFailure(Assertion assertion) {
        return assertion.type().equals("failedTemplate") || assertion.type().equals("notFailedTemplate");
    }

    private TemplateNames names(List<String> names) {
        return new TemplateNames(render.place().route(), names);
    }

    private List<String> lines(Assertion assertion, Rendering rendering) {
        if (rendering.failure().isPresent() && !onFailure(assertion)) {
            return List.of("Error: Invalid rendering: " + rendering.failure().get().text());
        }
        List<String> templates = templates(assertion, rendering);
        Map<String, List<Object>> chosen;
        try {
            chosen = chosen(assertion, rendering, templates);
        } catch (DecsException none) {
            return List.of("Error:", "\t" + none.getMessage());
        }
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, List<Object>> each : chosen.entrySet()) {
            List<Object> all = rendering.documents().get(each.getKey());
            List<String> wrong = all == null
                    ? List.of("Error:", "\ttemplate \"" + each.getKey() + "\" not exists or not selected in test suite")
                    : failures(assertion, each.getValue(), all.size(), rendering);
            if (!wrong.isEmpty()) {
                lines.add("Template:\t" + each.getKey());
                lines.addAll(wrong);
                if (options.failFast()) {
                    break;
                }
            }
        }
        return lines;
    }

    private List<String> failures(Assertion assertion, List<Object> documents, int all, Rendering rendering) {
        Checks.Type type = Checks.named(assertion.type());
        try {
            return type.check()
                    .failures(new Subject(
                            documents,
                            all,
                            assertion.parameters(),
                            assertion.not() != type.antonym(),
                            options.failFast(),
                            snapshots,
                            rendering.failure()));
        } catch (DecsException wrong) {
            return List.of("Error:", "\t" + wrong.getMessage());
        }
    }

    /** The templates that an assertion looks at: its own, else those of the test, else those of the suite, else all. */
    private List<String> templates(Assertion assertion, Rendering rendering) {
        if (rendering.failure().isPresent() && rendering.documents().size() > 0) {
            return List.copyOf(rendering.documents().keySet());
        }
        List<String> given = !assertion.template().isEmpty()
                ? List.of(assertion.template())
                : test.templates().isEmpty() ? suite.templates() : test.templates();
        boolean piped = rendering.documents().keySet().equals(Set.of("manifest.yaml"));
        TemplateNames names = names(given);
        if (given.isEmpty() || piped) {
            return List.copyOf(rendering.documents().keySet());
        }
        if (given.stream().noneMatch(name -> name.contains("*"))) {
            return given.stream().map(names::path).sorted().distinct().toList();
        }
        return assertion.template().isEmpty() && test.templates().isEmpty()
                ? List.copyOf(rendering.documents().keySet())
                : rendering.documents().keySet().stream().filter(names::mean).toList();
    }

    private Map<String, List<Object>> chosen(Assertion assertion, Rendering rendering, List<String> templates) {
        Map<String, List<Object>> chosen = new LinkedHashMap<>();
        Optional<DocumentChoice.Selector> selector =
                assertion.documents().selector().or(() -> test.documents().selector());
        if (selector.isPresent()) {
            return selected(selector.get(), rendering, templates);
        }
        int index = test.documents().index() >= 0
                ? test.documents().index()
                : assertion.documents().index();
        for (String template : templates) {
            List<Object> all = rendering.documents().getOrDefault(template, List.of());
            if (index >= all.size() && !onFailure(assertion) && rendering.documents().containsKey(template)) {
                throw new DecsException("document index " + index + " is out of range");
            }
            chosen.put(template, index < 0 || index >= all.size() ? all : List.of(all.get(index)));
        }
        return chosen;
    }

    private static Map<String, List<Object>> selected(
            DocumentChoice.Selector selector, Rendering rendering, List<String> templates) {
        Map<String, List<Object>> chosen = new LinkedHashMap<>();
        int hits = 0;
        for (String template : templates) {
            List<Object> found = rendering.documents().getOrDefault(template, List.of()).stream()
                    .filter(document -> fits(document, selector))
                    .toList();
            hits += found.size();
            if (hits > 1 && !selector.many()) {
                throw new DecsException("multiple indexes found");
            }
            if (!found.isEmpty()) {
                chosen.put(template, found);
            } else if (!selector.skipEmpty()) {
                throw new DecsException("document not found");
            }
        }
        return chosen;
    }

    private static boolean fits(Object document, DocumentChoice.Selector selector) {
        List<Object> found = DocumentPath.parse(selector.path()).find(document);
        return selector.value()
                .map(expected -> found.stream().anyMatch(value -> Objects.equals(value, expected.value())))
                .orElse(!found.isEmpty());
    }
}
