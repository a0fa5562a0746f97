package decs.core.kustomize;

import decs.template.source.Position;
import decs.template.source.Problem;
import decs.template.source.Source;
import decs.template.source.Suggestion;
import decs.template.yaml.YamlNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A kustomization as written: its fields, checked. What it needs beyond the built-in fields is refused by name and line.
 *
 * @param folder where its paths start
 */
record KustomizationFile(Path folder, String name, Map<String, Object> fields, Map<String, Position> places) {
    private static final List<String> NAMES = List.of("kustomization.yaml", "kustomization.yml", "Kustomization");

    private static final Set<String> KNOWN = Set.of(
            "apiVersion",
            "kind",
            "metadata",
            "resources",
            "bases",
            "components",
            "configMapGenerator",
            "secretGenerator",
            "generatorOptions",
            "patches",
            "patchesStrategicMerge",
            "patchesJson6902",
            "namespace",
            "namePrefix",
            "nameSuffix",
            "labels",
            "commonLabels",
            "commonAnnotations",
            "images",
            "imageTags",
            "replicas",
            "replacements",
            "transformers",
            "sortOptions",
            "buildMetadata");

    private static final Map<String, String> REFUSED = Map.of(
            "helmCharts", "give the chart a release of its own",
            "helmChartInflationGenerator", "give the chart a release of its own",
            "helmGlobals", "give the chart a release of its own",
            "vars", "use replacements",
            "crds", "patch custom objects with JSON patches, which need no schema",
            "openapi", "patch custom objects with JSON patches, which need no schema",
            "configurations", "use transformers with fieldSpecs",
            "generators", "use configMapGenerator and secretGenerator",
            "validators", "check what is rendered: decs template shows it");

    /** The kustomization file of a folder. */
    static Optional<Path> in(Path folder) {
        return NAMES.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
    }

    static KustomizationFile read(Path folder) {
        Path file = in(folder)
                .orElseThrow(() -> new KustomizationException("unable to find one of 'kustomization.yaml', "
                        + "'kustomization.yml' or 'Kustomization' in directory '" + folder + "'"));
        Source source = Source.of(file.toString(), text(file));
        Map<String, Object> fields = new LinkedHashMap<>(Tree.map(Tree.read(source)));
        Map<String, Position> places = new LinkedHashMap<>();
        for (YamlNode node : YamlNode.readAll(source)) {
            if (node instanceof YamlNode.Mapping mapping) {
                mapping.entries()
                        .forEach(
                                entry -> places.put(entry.key(), entry.keyNode().at()));
            }
        }
        fields.values().removeIf(Tree::isNull);
        if (fields.isEmpty()) {
            throw new KustomizationException(file + ": kustomization.yaml is empty");
        }
        KustomizationFile read = new KustomizationFile(folder, file.toString(), fields, places);
        read.check();
        return read;
    }

    /** One that is made, not read. */
    static KustomizationFile of(Path folder, Map<String, Object> fields) {
        return new KustomizationFile(folder, folder.toString(), fields, Map.of());
    }

    private void check() {
        List<Problem> problems = new ArrayList<>();
        for (String field : fields.keySet()) {
            String hint = REFUSED.get(field);
            if (hint != null && !(Tree.list(fields.get(field)).isEmpty() && fields.get(field) instanceof List)) {
                problems.add(problem(field, name + ": the field " + field + " is not supported here")
                        .withHint(hint));
            } else if (hint == null && !KNOWN.contains(field)) {
                Problem unknown = problem(field, "invalid Kustomization: json: unknown field \"" + field + "\"");
                problems.add(Suggestion.nearest(field, KNOWN)
                        .map(near -> unknown.withHint("did you mean " + near + "?"))
                        .orElse(unknown));
            }
        }
        if (!Tree.list(fields.get("buildMetadata")).isEmpty()) {
            problems.add(problem("buildMetadata", name + ": the field buildMetadata is not supported here")
                    .withHint("leave it out: it only adds annotations about where objects come from"));
        }
        if (!problems.isEmpty()) {
            throw new KustomizationException(problems);
        }
    }

    private Problem problem(String field, String message) {
        Position at = places.get(field);
        return at == null ? Problem.of(message) : Problem.at(at, message);
    }

    /** A problem at the line of a field. */
    KustomizationException refusal(String field, String message, String hint) {
        return new KustomizationException(List.of(problem(field, message).withHint(hint)));
    }

    boolean isComponent() {
        return Tree.text(fields, "kind").orElse("").equals("Component");
    }

    Object get(String field) {
        return fields.get(field);
    }

    static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new KustomizationException("cannot read " + file + ": " + e.getMessage());
        }
    }
}
