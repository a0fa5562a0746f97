package decs.helm.action;

import decs.helm.action.LintMessage.Severity;
import decs.helm.archive.ChartExpansion;
import decs.helm.archive.ChartLoader;
import decs.helm.chart.Chart;
import decs.helm.chart.ChartFile;
import decs.helm.chart.Dependency;
import decs.helm.chart.HelmVersion;
import decs.helm.render.ChartRenderer;
import decs.helm.render.Lookup;
import decs.helm.render.ReleaseInfo;
import decs.helm.render.RenderOptions;
import decs.helm.render.RenderRequest;
import decs.helm.values.ChartSchemas;
import decs.helm.values.ValuesReader;
import decs.template.source.DecsException;
import decs.template.source.Source;
import decs.template.value.Merge;
import decs.template.value.ValueMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code helm lint}: what is wrong with a chart in a folder or an archive, without a cluster.
 *
 * <p>Mirrors: action.Lint, lint.RunAll
 */
public final class Lint {
    private static final String RELEASE = "test-release";

    private final ChartRenderer renderer;
    private final ChartSchemas schemas = new ChartSchemas();
    private final DeprecatedApis deprecated = new DeprecatedApis();

    public Lint(ChartRenderer renderer) {
        this.renderer = renderer;
    }

    /**
     * The findings, in the order of the rules.
     *
     * @throws DecsException when there is no chart at all, with Helm's text
     */
    public List<LintMessage> run(LintRequest request) {
        Path path = request.folder();
        String name = path.getFileName() == null ? "" : path.getFileName().toString();
        if (!name.endsWith(".tgz") && !name.endsWith(".tar.gz")) {
            return folder(request);
        }
        return archive(request);
    }

    private List<LintMessage> archive(LintRequest request) {
        Path folder = null;
        try {
            byte[] bytes = Files.readAllBytes(request.folder());
            folder = Files.createTempDirectory("helm-lint");
            Path unpacked;
            try {
                unpacked =
                        new ChartExpansion(new ChartLoader(request.version(), request.limits())).unpack(bytes, folder);
            } catch (DecsException broken) {
                String why = bytes.length == 0 ? "EOF" : broken.getMessage();
                throw new DecsException("unable to extract tarball: " + why, broken.problems(), broken);
            }
            return folder(request.in(unpacked));
        } catch (IOException unreadable) {
            throw new DecsException(
                    "unable to open tarball: open " + request.folder() + ": no such file or directory", unreadable);
        } finally {
            remove(folder);
        }
    }

    private static void remove(Path folder) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException leftBehind) {
            throw new DecsException("cannot remove " + folder + ": " + leftBehind.getMessage(), leftBehind);
        }
    }

    private List<LintMessage> folder(LintRequest request) {
        Path chartYaml = request.folder().resolve("Chart.yaml");
        if (!Files.exists(chartYaml)) {
            String why = Files.isRegularFile(request.folder()) ? "not a directory" : "no such file or directory";
            throw new DecsException("unable to check Chart.yaml file in chart: stat " + chartYaml + ": " + why);
        }
        List<LintMessage> messages = new ArrayList<>();
        read(chartYaml)
                .ifPresentOrElse(
                        text -> new MetadataLint(request.version(), messages).check(text),
                        () -> messages.add(
                                new LintMessage(Severity.ERROR, "Chart.yaml", "should be a file, not a directory")));
        values(request, messages);
        Optional<Chart> chart = load(request, messages);
        chart.ifPresent(loaded -> {
            templates(loaded, request, messages);
            dependencies(loaded, request, messages);
        });
        if (request.version() == HelmVersion.V4) {
            new CrdLint(messages).check(request.folder(), chart);
        }
        return messages;
    }

    private static Optional<Chart> load(LintRequest request, List<LintMessage> messages) {
        try {
            return Optional.of(new ChartLoader(request.version(), request.limits()).load(request.folder()));
        } catch (DecsException broken) {
            boolean skipped = request.version() == HelmVersion.V4 && !hasTemplates(request);
            messages.add(
                    skipped
                            ? new LintMessage(Severity.WARNING, "templates/", "directory does not exist")
                            : new LintMessage(Severity.ERROR, "templates/", broken.getMessage()));
            messages.add(new LintMessage(Severity.ERROR, "", "unable to load chart\n\t" + broken.getMessage()));
            return Optional.empty();
        }
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

    private void values(LintRequest request, List<LintMessage> messages) {
        Optional<Source> values = read(request.folder().resolve("values.yaml"));
        if (values.isEmpty()) {
            messages.add(new LintMessage(Severity.INFO, "values.yaml", "file does not exist"));
            return;
        }
        ValueMap own;
        try {
            own = ValuesReader.read(values.get(), HelmVersion.V3);
        } catch (DecsException broken) {
            String type = request.version() == HelmVersion.V3 ? "chartutil.Values" : "common.Values";
            String text = broken.getMessage().replace("map[string]interface {}", type);
            messages.add(new LintMessage(Severity.ERROR, "values.yaml", "unable to parse YAML: " + text));
            return;
        }
        Optional<Source> schema = read(request.folder().resolve("values.schema.json"));
        if (schema.isPresent() && !request.skipSchemaValidation()) {
            ValueMap all = Merge.deep(own, new ValueMap(request.values()));
            String wrong = schemas.wrong(
                    ChartFile.of("values.schema.json", schema.get().text()), all, true);
            if (!wrong.isEmpty()) {
                messages.add(new LintMessage(Severity.ERROR, "values.yaml", wrong));
            }
        }
    }

    private void templates(Chart chart, LintRequest request, List<LintMessage> messages) {
        if (request.version() == HelmVersion.V4 && !hasTemplates(request)) {
            messages.add(new LintMessage(Severity.WARNING, "templates/", "directory does not exist"));
            return;
        }
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
        Map<String, String> rendered;
        try {
            rendered = renderer.texts(render);
        } catch (DecsException failed) {
            messages.add(new LintMessage(Severity.ERROR, "templates/", failed.getMessage()));
            return;
        }
        TemplateLint lint =
                new TemplateLint(request.version(), request.capabilities().kubeVersion(), deprecated, messages);
        for (ChartFile template : chart.templates()) {
            lint.check(template, rendered.getOrDefault(chart.name() + "/" + template.name(), ""));
        }
    }

    private static void dependencies(Chart chart, LintRequest request, List<LintMessage> messages) {
        List<String> present = chart.subcharts().stream().map(Chart::name).toList();
        List<String> named =
                chart.metadata().dependencies().stream().map(Dependency::name).toList();
        String path = request.folder().toAbsolutePath().normalize().toString();
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
