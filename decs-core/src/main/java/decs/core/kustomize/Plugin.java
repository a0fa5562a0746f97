package decs.core.kustomize;

import decs.template.source.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A built-in transformer configured by an object of its own, as {@code transformers} lists them. */
record Plugin(Map<String, Object> config, Path folder) {

    void apply(List<Resource> resources) {
        Transformers transformers = new Transformers(resources);
        String kind = Tree.text(config, "kind").orElse("");
        String version = Tree.text(config, "apiVersion").orElse("");
        if (!version.equals("builtin")) {
            throw new KustomizationException("the transformer " + kind + " of " + version + " is a program of its own;"
                    + " only those with apiVersion: builtin are here");
        }
        switch (kind) {
            case "LabelTransformer" -> transformers.put(Tree.map(config.get("labels")), places());
            case "AnnotationsTransformer" -> transformers.put(Tree.map(config.get("annotations")), places());
            case "NamespaceTransformer" -> namespace(transformers);
            case "PrefixTransformer" -> transformers.prefix(text("prefix"), places());
            case "SuffixTransformer" -> transformers.suffix(text("suffix"), places());
            case "PrefixSuffixTransformer" -> {
                transformers.prefix(text("prefix"), places());
                transformers.suffix(text("suffix"), places());
            }
            case "ImageTagTransformer" -> image(resources);
            case "ReplicaCountTransformer" -> transformers.replicas(Tree.map(config.get("replica")), places());
            case "PatchTransformer" ->
                new Patches(resources).either(KustomizationBuild.patch(config, "patch", folder), config);
            case "PatchStrategicMergeTransformer" -> mergePatches(resources);
            case "PatchJson6902Transformer" ->
                new Patches(resources)
                        .json(
                                KustomizationBuild.patch(config, "jsonOp", folder),
                                Tree.map(config.get("target")),
                                false);
            case "ReplacementTransformer" ->
                new Replacements(resources, folder).all(Tree.maps(config.get("replacements")));
            default ->
                throw new KustomizationException("unable to load builtin " + kind + ": there are "
                        + "LabelTransformer, AnnotationsTransformer, NamespaceTransformer, PrefixTransformer, "
                        + "SuffixTransformer, ImageTagTransformer, ReplicaCountTransformer, PatchTransformer, "
                        + "PatchStrategicMergeTransformer, PatchJson6902Transformer and ReplacementTransformer");
        }
    }

    private String text(String field) {
        return Tree.text(config, field).orElse("");
    }

    private List<FieldPath> places() {
        return FieldPath.readAll(config.get("fieldSpecs"));
    }

    private void namespace(Transformers transformers) {
        Transformers.Subjects subjects =
                switch (text("setRoleBindingSubjects")) {
                    case "allServiceAccounts" -> Transformers.Subjects.ALL_ACCOUNTS;
                    case "none" -> Transformers.Subjects.NONE;
                    default -> Transformers.Subjects.DEFAULT_ACCOUNT;
                };
        String namespace =
                Tree.text(Tree.map(config.get("metadata")), "namespace").orElse("");
        transformers.namespace(namespace, places(), Tree.flag(config, "unsetOnly"), subjects);
    }

    private void image(List<Resource> resources) {
        Images rule = Images.read(Tree.map(config.get("imageTag")));
        resources.forEach(resource -> rule.apply(resource, places()));
    }

    private void mergePatches(List<Resource> resources) {
        Patches patches = new Patches(resources);
        Tree.text(config, "patches").ifPresent(text -> patches.merges(Source.of("patches", text)));
        for (String path : Tree.texts(config.get("paths"))) {
            patches.merges(Source.of(path, KustomizationFile.text(folder.resolve(path))));
        }
    }
}
