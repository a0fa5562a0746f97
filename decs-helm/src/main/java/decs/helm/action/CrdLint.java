package decs.helm.action;

import decs.helm.action.LintMessage.Severity;
import decs.helm.chart.Chart;
import decs.helm.chart.ChartFile;
import decs.template.source.DecsException;
import decs.template.source.Source;
import decs.template.yaml.Yaml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code helm lint} says of the crds/ folder: it holds definitions and nothing else. */
final class CrdLint {
    private final List<LintMessage> messages;

    CrdLint(List<LintMessage> messages) {
        this.messages = messages;
    }

    void check(Path folder, Optional<Chart> chart) {
        Path crds = folder.resolve("crds");
        if (!Files.exists(crds)) {
            return;
        }
        if (!Files.isDirectory(crds)) {
            add("crds/", "not a directory");
            return;
        }
        chart.ifPresent(loaded -> loaded.files().stream()
                .filter(file -> file.name().startsWith("crds/") && file.name().matches(".*\\.(yaml|yml|json)"))
                .forEach(this::check));
    }

    private void check(ChartFile file) {
        try {
            for (Object tree : Yaml.readAll(Source.of(file.name(), file.text()))) {
                if (tree instanceof Map<?, ?> map) {
                    definition(file.name(), map);
                }
            }
        } catch (DecsException broken) {
            add(file.name(), "unable to parse YAML: " + broken.getMessage());
        }
    }

    private void definition(String path, Map<?, ?> map) {
        if (!String.valueOf(map.get("apiVersion")).startsWith("apiextensions.k8s.io")) {
            add(path, "apiVersion is not in 'apiextensions.k8s.io'");
        }
        if (!"CustomResourceDefinition".equals(map.get("kind"))) {
            add(path, "object kind is not 'CustomResourceDefinition'");
        }
    }

    private void add(String path, String text) {
        messages.add(new LintMessage(Severity.ERROR, path, text));
    }
}
