package decs.core.kustomize;

import decs.template.source.Source;
import decs.template.yaml.Yaml;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Builds a folder with a kustomization file, or patches manifests, as {@code kustomize build} does.
 *
 * <pre>{@code
 * String manifests = KustomizationBuild.text(Path.of("overlays/prod"));
 * }</pre>
 */
public final class KustomizationBuild {
    private final KustomizationFile file;

    private KustomizationBuild(KustomizationFile file) {
        this.file = file;
    }

    /** The kustomization file of a folder. */
    public static Optional<Path> file(Path folder) {
        return KustomizationFile.in(folder);
    }

    /** The documents of a folder's build, in install order, with {@code ---} between. */
    public static String text(Path folder) {
        KustomizationFile file = KustomizationFile.read(folder);
        return finished(file, new KustomizationBuild(file).build());
    }

    /**
     * The documents that a kustomization builds which is no file.
     *
     * @param fields the kustomization, as plain values
     * @param folder where its paths start
     */
    public static String of(Map<String, Object> fields, Path folder) {
        KustomizationFile file = KustomizationFile.of(folder, Tree.map(Tree.of(fields)));
        return finished(file, new KustomizationBuild(file).build());
    }

    /**
     * The documents of {@code manifests} after the patches and transformers of a kustomization without resources.
     *
     * @param fields the kustomization, as plain values
     * @param folder where its paths start
     */
    public static String transformed(List<Source> manifests, Map<String, Object> fields, Path folder) {
        KustomizationFile file = KustomizationFile.of(folder, Tree.map(Tree.of(fields)));
        List<Resource> resources = new ArrayList<>();
        manifests.forEach(manifest -> add(resources, Documents.resources(manifest)));
        new KustomizationBuild(file).transform(resources);
        return finished(file, resources);
    }

    private static String finished(KustomizationFile file, List<Resource> resources) {
        for (Resource resource : resources) {
            if (resource.hashed()) {
                resource.remember();
                resource.rename(resource.name() + "-" + ContentHash.of(resource));
            }
        }
        new References(resources).follow();
        InstallOrder.sort(resources, Tree.map(file.get("sortOptions")));
        return resources.stream().map(KustomizationBuild::written).collect(Collectors.joining("---\n"));
    }

    private static String written(Resource resource) {
        Map<String, Object> metadata = Tree.map(resource.tree().get("metadata"));
        Tree.textual(metadata, "annotations");
        return Yaml.write(Tree.plain(resource.tree()));
    }

    private List<Resource> build() {
        if (file.isComponent()) {
            throw new KustomizationException("expected kind != 'Component' for path '" + file.folder() + "'");
        }
        List<Resource> resources = new ArrayList<>();
        into(resources);
        return resources;
    }

    /** Adds to what is there: for a component what its parent has so far, else nothing. */
    private void into(List<Resource> resources) {
        for (String key : List.of("resources", "bases")) {
            Tree.texts(file.get(key)).forEach(entry -> add(resources, resource(key, entry)));
        }
        generate(resources);
        for (String entry : Tree.texts(file.get("components"))) {
            KustomizationFile component = KustomizationFile.read(local("components", entry));
            if (!component.isComponent()) {
                throw new KustomizationException("expected kind 'Component' for path '" + component.folder() + "'");
            }
            new KustomizationBuild(component).into(resources);
        }
        transform(resources);
    }

    private static void add(List<Resource> resources, List<Resource> more) {
        for (Resource resource : more) {
            if (resources.stream().anyMatch(other -> other.identity().same(resource.identity()))) {
                throw new KustomizationException(
                        "may not add resource with an already registered id: " + resource.identity());
            }
            resources.add(resource);
        }
    }

    private Path local(String field, String entry) {
        if (entry.contains("://") || entry.matches("[\\w.-]+@[\\w.-]+:.*|github\\.com[/:].*|git::.*")) {
            throw file.refusal(
                    field,
                    file.name() + ": " + entry + " in " + field + " is not on this machine",
                    "keep a copy of it beside the kustomization: builds fetch nothing");
        }
        return file.folder().resolve(entry).normalize();
    }

    private List<Resource> resource(String field, String entry) {
        Path path = local(field, entry);
        if (Files.isDirectory(path)) {
            return new KustomizationBuild(KustomizationFile.read(path)).build();
        }
        if (!Files.isRegularFile(path)) {
            throw file.refusal(
                    field,
                    "accumulating resources: accumulation err='accumulating resources from '" + entry
                            + "': evalsymlink failure on '" + path + "' : lstat " + path
                            + ": no such file or directory'",
                    "resources are files and folders relative to " + file.folder());
        }
        return Documents.resources(Source.of(path.toString(), KustomizationFile.text(path)));
    }

    private void generate(List<Resource> resources) {
        Generators generators = new Generators(file.folder(), Tree.map(file.get("generatorOptions")));
        for (Map<String, Object> entry : Tree.maps(file.get("configMapGenerator"))) {
            generators.configMap(entry).into(resources);
        }
        for (Map<String, Object> entry : Tree.maps(file.get("secretGenerator"))) {
            generators.secret(entry).into(resources);
        }
    }

    private void transform(List<Resource> resources) {
        Patches patches = new Patches(resources);
        for (Object entry : Tree.list(file.get("patchesStrategicMerge"))) {
            patches.merges(inlineOrFile(String.valueOf(entry)));
        }
        for (Map<String, Object> entry : Tree.maps(file.get("patches"))) {
            patches.either(patch(entry), entry);
        }
        Transformers transformers = new Transformers(resources);
        transformers.namespace(text("namespace"), KnownFields.NAMESPACES, false, Transformers.Subjects.DEFAULT_ACCOUNT);
        transformers.prefix(text("namePrefix"), KnownFields.NAMES);
        transformers.suffix(text("nameSuffix"), KnownFields.NAMES);
        Tree.maps(file.get("labels")).forEach(transformers::labels);
        transformers.put(Tree.map(file.get("commonLabels")), KnownFields.ALL_LABELS);
        transformers.put(Tree.map(file.get("commonAnnotations")), KnownFields.ANNOTATIONS);
        for (Map<String, Object> entry : Tree.maps(file.get("patchesJson6902"))) {
            patches.json(patch(entry), Tree.map(entry.get("target")), false);
        }
        Tree.maps(file.get("replicas")).forEach(entry -> transformers.replicas(entry, KnownFields.REPLICAS));
        Tree.maps(file.get("images"))
                .forEach(rule -> resources.forEach(r -> Images.read(rule).apply(r, KnownFields.IMAGES)));
        new Replacements(resources, file.folder()).all(Tree.maps(file.get("replacements")));
        for (String entry : Tree.texts(file.get("transformers"))) {
            plugins(entry).forEach(plugin -> new Plugin(plugin.tree(), file.folder()).apply(resources));
        }
    }

    private String text(String field) {
        return Tree.text(file.fields(), field).orElse("");
    }

    private Source patch(Map<String, Object> entry) {
        return patch(entry, "patch", file.folder());
    }

    /** The text below {@code inline}, or that of the file below {@code path}. */
    static Source patch(Map<String, Object> entry, String inline, Path folder) {
        Optional<String> text = Tree.text(entry, inline);
        if (text.isPresent()) {
            return Source.of(inline, text.get());
        }
        if (entry.containsKey(inline)) {
            return Source.of(inline, Yaml.writeV3(Tree.plain(entry.get(inline))));
        }
        String path = Tree.text(entry, "path")
                .orElseThrow(() -> new KustomizationException("must specify one of patch and path in " + entry));
        return Source.of(path, KustomizationFile.text(folder.resolve(path)));
    }

    private Source inlineOrFile(String entry) {
        return entry.contains("\n")
                ? Source.of("patch", entry)
                : Source.of(entry, KustomizationFile.text(file.folder().resolve(entry)));
    }

    private List<Resource> plugins(String entry) {
        if (!entry.contains("\n")) {
            Path path = local("transformers", entry);
            if (Files.isDirectory(path)) {
                return new KustomizationBuild(KustomizationFile.read(path)).build();
            }
        }
        return Documents.resources(inlineOrFile(entry));
    }
}
