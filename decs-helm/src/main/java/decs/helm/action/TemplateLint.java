package decs.helm.action;

import decs.helm.action.LintMessage.Severity;
import decs.helm.chart.ChartFile;
import decs.helm.chart.HelmVersion;
import decs.helm.render.KubeVersion;
import decs.template.gofmt.GoFormat;
import decs.template.source.DecsException;
import decs.template.source.Source;
import decs.template.yaml.Json;
import decs.template.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code helm lint} says of one template and of what it gives.
 *
 * <p>Mirrors: lint/rules.TemplatesWithSkipSchemaValidation
 */
final class TemplateLint {
    private static final Pattern EXTENSION = Pattern.compile("\\.(yaml|yml|tpl|txt)");
    private static final Pattern CRD_HOOK = Pattern.compile("\"?helm\\.sh/hook\"?:\\s+crd-install");
    private static final Pattern SEPARATOR = Pattern.compile("\n---[^\n]*\n");
    private static final Set<String> SELECTING = Set.of("Deployment", "ReplicaSet", "DaemonSet", "StatefulSet");

    private final HelmVersion version;
    private final KubeVersion kube;
    private final DeprecatedApis deprecated;
    private final List<LintMessage> messages;

    TemplateLint(HelmVersion version, KubeVersion kube, DeprecatedApis deprecated, List<LintMessage> messages) {
        this.version = version;
        this.kube = kube;
        this.deprecated = deprecated;
        this.messages = messages;
    }

    /** @param rendered what the template gave; empty for one that gives nothing of its own */
    void check(ChartFile template, String rendered) {
        String path = template.name();
        extension(path);
        if (version == HelmVersion.V3) {
            oldFeatures(path, template.text());
        }
        if (!path.endsWith(".yaml") || rendered.isBlank()) {
            return;
        }
        indent(path, rendered);
        for (String document : documents(rendered)) {
            Optional<Object> tree = read(path, document, rendered);
            if (tree.isEmpty()) {
                return;
            }
            if (tree.get() instanceof Map<?, ?> object) {
                object(path, object, rendered);
            }
        }
    }

    private void extension(String path) {
        int slash = path.lastIndexOf('/');
        int dot = path.lastIndexOf('.');
        String extension = dot > slash ? path.substring(dot) : "";
        if (!EXTENSION.matcher(extension).matches()) {
            add(
                    Severity.ERROR,
                    path,
                    "file extension '" + extension + "' not valid. Valid extensions are .yaml, .yml, .tpl, or .txt");
        }
    }

    private void oldFeatures(String path, String text) {
        if (CRD_HOOK.matcher(text).find()) {
            add(
                    Severity.WARNING,
                    path,
                    "manifest is a crd-install hook. This hook is no longer supported in v3 and all CRDs should also"
                            + " exist the crds/ directory at the top level of the chart");
        }
        if (text.contains(".Release.Time")) {
            add(
                    Severity.ERROR,
                    path,
                    ".Release.Time has been removed in v3, please replace with the `now` function in your templates");
        }
    }

    private void indent(String path, String rendered) {
        rendered.lines()
                .filter(line -> !line.isEmpty())
                .findFirst()
                .filter(line -> line.startsWith(" ") || line.startsWith("\t"))
                .ifPresent(line -> add(
                        Severity.WARNING,
                        path,
                        "document starts with an illegal indent: " + GoFormat.quote(line)
                                + ", which may cause parsing problems"));
    }

    /** The documents as Kubernetes' own decoder splits them: at lines that begin with three dashes. */
    private static List<String> documents(String rendered) {
        List<String> documents = new ArrayList<>();
        int from = 0;
        Matcher separator = SEPARATOR.matcher(rendered);
        while (separator.find(from)) {
            documents.add(rendered.substring(from, separator.start()));
            from = separator.end();
        }
        documents.add(rendered.substring(from));
        return documents;
    }

    /** The document's tree, an empty list for nothing; empty when it cannot be read, which is said. */
    private Optional<Object> read(String path, String document, String rendered) {
        boolean json = rendered.stripLeading().startsWith("{");
        try {
            Object tree = json ? Json.read(document) : Yaml.read(Source.of(path, document));
            if (tree instanceof List || (tree != null && !(tree instanceof Map))) {
                String kind = tree instanceof List ? "array" : tree instanceof String ? "string" : "number";
                throw new DecsException("error unmarshaling JSON: while decoding JSON: json: cannot unmarshal " + kind
                        + " into Go value of type rules.k8sYamlStruct");
            }
            return Optional.of(tree == null ? List.of() : tree);
        } catch (DecsException broken) {
            String text = json ? "json: offset " + offset(document) + ": " + broken.getMessage() : broken.getMessage();
            add(Severity.ERROR, path, "unable to parse YAML: " + text);
            return Optional.empty();
        }
    }

    /** Where a document that begins like JSON stops to be it. */
    private static int offset(String document) {
        int at = document.indexOf('{') + 1;
        while (at < document.length() && Character.isWhitespace(document.charAt(at))) {
            at++;
        }
        return at + 1;
    }

    private void object(String path, Map<?, ?> object, String rendered) {
        String kind = text(object, "kind");
        String apiVersion = text(object, "apiVersion");
        String name = object.get("metadata") instanceof Map<?, ?> metadata ? text(metadata, "name") : "";
        String wrong = ObjectNames.wrong(kind, name);
        if (!wrong.isEmpty()) {
            add(Severity.WARNING, path, wrong);
        }
        deprecated
                .warning(apiVersion, kind, number(kube.major()), number(kube.minor()))
                .ifPresent(warning -> add(Severity.WARNING, path, warning));
        if (SELECTING.contains(kind) && !rendered.contains("matchLabels") && !rendered.contains("matchExpressions")) {
            add(
                    Severity.ERROR,
                    path,
                    "a " + kind + " must contain matchLabels or matchExpressions, and " + GoFormat.quote(name)
                            + " does not");
        }
        if (kind.equals("List") && object.get("items") instanceof List<?> items) {
            items.stream()
                    .filter(TemplateLint::hasPolicy)
                    .findFirst()
                    .ifPresent(item -> add(
                            Severity.ERROR,
                            path,
                            (version == HelmVersion.V3 ? "Annotation" : "annotation")
                                    + " 'helm.sh/resource-policy' within List objects are ignored"));
        }
    }

    private static boolean hasPolicy(Object item) {
        return item instanceof Map<?, ?> object
                && object.get("metadata") instanceof Map<?, ?> metadata
                && metadata.get("annotations") instanceof Map<?, ?> annotations
                && annotations.containsKey("helm.sh/resource-policy");
    }

    private static int number(String text) {
        String digits = text.replaceAll("[^0-9]", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private static String text(Map<?, ?> map, String key) {
        return map.get(key) instanceof String text ? text : "";
    }

    private void add(Severity severity, String path, String text) {
        messages.add(new LintMessage(severity, path, text));
    }
}
