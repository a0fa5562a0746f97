package decs.core.prepare;

import decs.core.kustomize.KustomizationBuild;
import decs.core.load.TemplateData;
import decs.core.load.ValuesFiles;
import decs.core.plan.ResolvedRelease;
import decs.helm.chart.Chart;
import decs.helm.chart.ChartFile;
import decs.helm.chart.ChartMetadata;
import decs.template.source.DecsException;
import decs.template.value.ValueMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A chart of a folder that is none: of its manifests, or of what its kustomization builds. */
final class RawChart {
    private final ResolvedRelease release;
    private final Path folder;

    RawChart(ResolvedRelease release, Path folder) {
        this.release = release;
        this.folder = folder;
    }

    /** Whether helmfile takes the folder for a kustomization: it knows only this of the three names. */
    static boolean isKustomization(Path folder) {
        return Files.isRegularFile(folder.resolve("kustomization.yaml"));
    }

    /**
     * @param values the values of the release, some of which change a kustomization
     * @param notices takes warnings
     */
    Chart chart(Map<String, Object> values, Consumer<String> notices) {
        List<ChartFile> templates = isKustomization(folder) ? List.of(kustomized(values)) : manifests(notices);
        String version = release.version().isEmpty() ? "1.0.0" : release.version();
        return new Chart(
                metadata(String.valueOf(folder.getFileName()), version),
                Optional.empty(),
                new ValueMap(),
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                templates,
                List.of(),
                List.of());
    }

    private static ChartMetadata metadata(String name, String version) {
        return new ChartMetadata(
                name, "", List.of(), version, "", List.of(), List.of(), "", "v2", "", "", "", false, Map.of(), "",
                List.of(), "");
    }

    private List<ChartFile> manifests(Consumer<String> notices) {
        if (Files.isDirectory(folder.resolve("templates"))) {
            notices.accept("release \"" + release.name() + "\" is empty: the folder " + folder
                    + " has neither a Chart.yaml nor plain manifests only; with a folder templates/ in it helmfile"
                    + " takes nothing of it. Rename templates/, or add a Chart.yaml");
            return List.of();
        }
        TemplateData data = release.data();
        ValuesFiles files =
                new ValuesFiles(release.state().templates(), release.state().scope());
        List<ChartFile> templates = new ArrayList<>();
        for (Path file : manifestFiles()) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            String plain = name.endsWith(".gotmpl") ? name.substring(0, name.length() - ".gotmpl".length()) : name;
            templates.add(ChartFile.of("templates/" + plain, literal(files.looseText(file, data))));
        }
        return templates;
    }

    private static String literal(String text) {
        return text.replace("{{", "{{`{{`}}");
    }

    private List<Path> manifestFiles() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().matches(".*\\.ya?ml(\\.gotmpl)?"))
                    .filter(file -> !folder.relativize(file).toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new DecsException("cannot read " + folder + ": " + unreadable.getMessage(), unreadable);
        }
    }

    /** What the kustomization builds below one more that the values and the namespace of the release make. */
    private ChartFile kustomized(Map<String, Object> values) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("resources", List.of(folder.toString()));
        for (String field : List.of("namePrefix", "nameSuffix", "namespace", "images")) {
            if (values.get(field) != null) {
                fields.put(field, values.get(field));
            }
        }
        if (!release.namespace().isEmpty()) {
            fields.put("namespace", release.namespace());
        }
        String built = KustomizationBuild.of(fields, folder);
        return ChartFile.of("templates/kustomized.yaml", literal(built));
    }
}
