package decs.helm.action;

import decs.helm.action.LintMessage.Severity;
import decs.helm.archive.ChartLoader;
import decs.helm.chart.Chart;
import decs.helm.chart.Dependency;
import decs.helm.chart.HelmVersion;
import decs.helm.render.ChartRenderer;
import decs.helm.render.CrdFile;
import decs.helm.render.Lookup;
import decs.helm.render.Manifest;
import decs.helm.render.ReleaseInfo;
import decs.helm.render.RenderOptions;
import decs.helm.render.RenderRequest;
import decs.helm.render.RenderedChart;
import decs.helm.values.ValuesReader;
import decs.template.source.DecsException;
import decs.template.source.Source;
import decs.template.value.ValueMap;
import decs.template.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** {@code helm lint}: what is wrong with a chart in a folder, without a cluster. */
public final class Lint {
    private static final String RELEASE = "test-release";
    private static final String NAME_RULE = "[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*";
    private static final Pattern NAME = Pattern.compile(NAME_RULE);
    private static final Pattern EXTENSION = Pattern.compile(".*\\.(yaml|yml|tpl|txt)");

    private final ChartRenderer renderer;

    public Lint(ChartRenderer renderer) {
        this.renderer = renderer;
    }

    /** The findings, in the order of the rules. */
    public List<LintMessage> run(LintRequest request) {
        List<LintMessage> messages = new ArrayList<>();
        read(request.folder().resolve("Chart.yaml"))
                .ifPresentOrElse(
                        text -> new MetadataLint(request.version(), messages).check(text),
                        () -> messages.add(
                                new LintMessage(Severity.ERROR, "Chart.yaml", "unable to parse YAML\n\tno such file")));
        values(request, messages);
        Chart chart;
        try {
            chart = new ChartLoader(request.version(), request.limits()).load(request.folder());
        } catch (DecsException broken) {
            boolean skipped = request.version() == HelmVersion.V4 && !hasTemplates(request);
            messages.add(
                    skipped
                            ? new LintMessage(Severity.WARNING, "templates/", "directory does not exist")
                            : new LintMessage(Severity.ERROR, "templates/", broken.getMessage()));
            messages.add(new LintMessage(Severity.ERROR, "", "unable to load chart\n\t" + broken.getMessage()));
            return messages;
        }
        templates(chart, request, messages);
        dependencies(chart, request, messages);
        return messages;
    }

    private static boolean hasTemplates(LintRequest request) {
        return Files.isDirectory(request.folder().resolve("templates"));
    }

    private static Optional<Source> read(Path file) {
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(Source.of(file.getFileName().toString(), Files.readString(file)))
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new DecsException("open " + file + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private static void values(LintRequest request, List<LintMessage> messages) {
        Optional<Source> values = read(request.folder().resolve("values.yaml"));
        if (values.isEmpty()) {
            messages.add(new LintMessage(Severity.INFO, "values.yaml", "file does not exist"));
            return;
        }
        try {
            ValuesReader.read(values.get(), HelmVersion.V3);
        } catch (DecsException broken) {
            String type = request.version() == HelmVersion.V3 ? "chartutil.Values" : "common.Values";
            String text = broken.getMessage().replace("map[string]interface {}", type);
            messages.add(new LintMessage(Severity.ERROR, "values.yaml", "unable to parse YAML: " + text));
        }
    }

    private void templates(Chart chart, LintRequest request, List<LintMessage> messages) {
        if (request.version() == HelmVersion.V4 && !hasTemplates(request)) {
            messages.add(new LintMessage(Severity.WARNING, "templates/", "directory does not exist"));
            return;
        }
        chart.templates().forEach(template -> {
            if (!EXTENSION.matcher(template.name()).matches()) {
                int dot = template.name().lastIndexOf('.');
                messages.add(new LintMessage(
                        Severity.ERROR,
                        template.name(),
                        "file extension '" + (dot < 0 ? "" : template.name().substring(dot))
                                + "' not valid. Valid extensions are .yaml, .yml, .tpl, or .txt"));
            }
        });
        RenderOptions options = RenderOptions.defaults().forLint();
        RenderRequest render = new RenderRequest(
                chart,
                request.values(),
                ReleaseInfo.install(RELEASE, request.namespace()),
                request.capabilities(),
                request.version(),
                request.skipSchemaValidation() ? options.withoutSchemaValidation() : options,
                Lookup.NONE,
                request.host(),
                request.limits());
        try {
            RenderedChart rendered = renderer.render(render);
            rendered.manifests().forEach(manifest -> name(chart, manifest, messages));
            if (request.version() == HelmVersion.V4) {
                rendered.crds().forEach(crd -> crd(chart, crd, messages));
            }
        } catch (DecsException failed) {
            messages.add(new LintMessage(Severity.ERROR, "templates/", failed.getMessage()));
        }
    }

    private static void name(Chart chart, Manifest manifest, List<LintMessage> messages) {
        String name = manifest.head().name();
        if (name.isEmpty() || NAME.matcher(name).matches()) {
            return;
        }
        messages.add(new LintMessage(
                Severity.WARNING,
                manifest.path().substring(chart.name().length() + 1),
                "object name does not conform to Kubernetes naming requirements: \"" + name
                        + "\": metadata.name: Invalid value: \"" + name
                        + "\": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-'"
                        + " or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex"
                        + " used for validation is '" + NAME_RULE + "')"));
    }

    private static void crd(Chart chart, CrdFile crd, List<LintMessage> messages) {
        String path = crd.path().substring(chart.name().length() + 1);
        for (Object tree : Yaml.readAll(Source.of(crd.path(), crd.text()))) {
            ValueMap map = tree instanceof ValueMap found ? found : new ValueMap();
            if (!String.valueOf(map.get("apiVersion")).startsWith("apiextensions.k8s.io")) {
                messages.add(new LintMessage(Severity.ERROR, path, "apiVersion is not in 'apiextensions.k8s.io'"));
            }
            if (!"CustomResourceDefinition".equals(map.get("kind"))) {
                messages.add(new LintMessage(Severity.ERROR, path, "object kind is not 'CustomResourceDefinition'"));
            }
        }
    }

    private static void dependencies(Chart chart, LintRequest request, List<LintMessage> messages) {
        List<String> present = chart.subcharts().stream().map(Chart::name).toList();
        List<String> named =
                chart.metadata().dependencies().stream().map(Dependency::name).toList();
        String path = request.folder().toString();
        List<String> absent =
                named.stream().filter(name -> !present.contains(name)).toList();
        if (!absent.isEmpty()) {
            messages.add(new LintMessage(
                    Severity.WARNING,
                    path,
                    "chart directory is missing these dependencies: " + String.join(",", absent)));
        }
        List<String> unnamed =
                present.stream().filter(name -> !named.contains(name)).toList();
        if (!unnamed.isEmpty()) {
            messages.add(new LintMessage(
                    Severity.ERROR,
                    path,
                    "chart metadata is missing these dependencies: " + String.join(",", unnamed)));
        }
    }
}
