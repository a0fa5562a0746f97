package decs.core.prepare;

import decs.core.kustomize.KustomizationBuild;
import decs.core.load.TemplateData;
import decs.core.load.ValuesFiles;
import decs.core.plan.ResolvedRelease;
import decs.helm.chart.ChartFile;
import decs.template.source.DecsException;
import decs.template.source.Source;
import decs.template.yaml.Yaml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The {@code jsonPatches}, {@code strategicMergePatches} and {@code transformers} of a release, applied to what its chart
 * renders to. All objects end up in one template, all custom resource definitions in one file of {@code crds/}.
 */
final class PatchedChart {
    private static final Pattern SEPARATOR = Pattern.compile("(?m)^---\n");
    private static final Pattern DEFINITION = Pattern.compile("(?m)^kind: CustomResourceDefinition$");

    private final ResolvedRelease release;
    private final TemplateData data;

    /** @param data what patch files that are templates see */
    PatchedChart(ResolvedRelease release, TemplateData data) {
        this.release = release;
        this.data = data;
    }

    static boolean wanted(ResolvedRelease release) {
        return List.of("jsonPatches", "strategicMergePatches", "transformers").stream()
                .anyMatch(field -> !release.fields().list(field).isEmpty());
    }

    /** The files of a chart that stand for the patched {@code manifests}. */
    List<ChartFile> files(List<Source> manifests) {
        Map<String, Object> fields = new LinkedHashMap<>();
        List<Object> patches = new ArrayList<>();
        for (Object entry : release.fields().list("jsonPatches")) {
            patches.add(jsonPatch(entry));
        }
        for (Object entry : release.fields().list("strategicMergePatches")) {
            patches.add(Map.of("patch", text(entry, "strategicMergePatches")));
        }
        fields.put("patches", patches);
        List<Object> transformers = new ArrayList<>();
        for (Object entry : release.fields().list("transformers")) {
            transformers.add(text(entry, "transformers"));
        }
        fields.put("transformers", transformers);
        String built = KustomizationBuild.transformed(
                manifests, fields, release.state().file().folder());
        StringBuilder objects = new StringBuilder();
        StringBuilder definitions = new StringBuilder();
        for (String document : SEPARATOR.split(built)) {
            boolean definition = DEFINITION.matcher(document).find();
            (definition ? definitions : objects).append(document).append("---\n");
        }
        List<ChartFile> files = new ArrayList<>();
        if (!definitions.isEmpty()) {
            files.add(ChartFile.of("crds/patched_crds.yaml", definitions.toString()));
        }
        files.add(ChartFile.of("templates/patched_resources.yaml", objects.toString()));
        return files;
    }

    private Map<String, Object> jsonPatch(Object entry) {
        Object tree = entry instanceof Map
                ? entry
                : Yaml.readV3(Source.of(String.valueOf(entry), text(entry, "jsonPatches")));
        if (!(tree instanceof Map<?, ?> map) || !(map.get("patch") instanceof List)) {
            throw new DecsException("jsonPatches of release \"" + release.name()
                    + "\": an entry is a mapping with target and a list of operations as patch");
        }
        Object target = map.get("target") == null ? Map.of() : map.get("target");
        return Map.of("target", target, "patch", Yaml.writeV3(map.get("patch")));
    }

    /** The text of an entry: a mapping as it is, or a file, rendered when its name ends in {@code .gotmpl}. */
    private String text(Object entry, String field) {
        if (!(entry instanceof String path)) {
            return Yaml.writeV3(entry);
        }
        Path file = release.state().file().folder().resolve(path).normalize();
        if (!Files.isRegularFile(file)) {
            throw new DecsException(
                    field + " of release \"" + release.name() + "\": open " + path + ": no such file or directory");
        }
        return new ValuesFiles(release.state().templates(), release.state().scope()).text(file, data);
    }
}
