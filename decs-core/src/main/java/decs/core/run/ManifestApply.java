package decs.core.run;

import decs.core.kustomize.KustomizationBuild;
import decs.helm.kube.Cluster;
import decs.helm.kube.KubeObject;
import decs.helm.kube.Patch;
import decs.helm.kube.ResourceType;
import decs.helm.kube.WriteOptions;
import decs.helm.kube.patch.ThreeWayMerge;
import decs.template.source.DecsException;
import decs.template.source.Source;
import decs.template.value.ValueMap;
import decs.template.yaml.Json;
import decs.template.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Manifests into the cluster as {@code kubectl apply} brings them there: what was applied last stands in an annotation, so
 * that fields which left the manifest leave the object, too.
 */
record ManifestApply(Cluster cluster, String namespace) {
    private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";
    private static final WriteOptions WRITER = WriteOptions.by("kubectl-client-side-apply");

    /** Applies a file, or the manifests of a folder; returns a line for each object. */
    String file(Path path) {
        StringBuilder lines = new StringBuilder();
        for (Path file : files(path)) {
            lines.append(text(file.toString(), read(file)));
        }
        return lines.toString();
    }

    /** Builds and applies a kustomization. */
    String kustomization(Path folder) {
        return text(folder.toString(), KustomizationBuild.text(folder));
    }

    private String text(String name, String manifests) {
        StringBuilder lines = new StringBuilder();
        for (Object tree : Yaml.readAll(Source.of(name, manifests))) {
            if (tree instanceof ValueMap object) {
                lines.append(object(KubeObject.of(object))).append('\n');
            }
        }
        return lines.toString();
    }

    private String object(KubeObject given) {
        ResourceType type = cluster.resource(given.apiVersion(), given.kind());
        KubeObject wanted = type.namespaced() && given.namespace().isEmpty() ? given.withNamespace(namespace) : given;
        wanted = wanted.withAnnotation(LAST_APPLIED, Json.write(wanted.content()) + "\n");
        Optional<KubeObject> live = cluster.find(wanted.ref());
        String group = given.apiVersion().contains("/")
                ? "." + given.apiVersion().substring(0, given.apiVersion().indexOf('/'))
                : "";
        return given.kind().toLowerCase(Locale.ROOT) + group + "/" + given.name() + " " + applied(wanted, live);
    }

    private String applied(KubeObject wanted, Optional<KubeObject> live) {
        if (live.isEmpty()) {
            cluster.create(wanted, WRITER);
            return "created";
        }
        KubeObject before = lastApplied(live.get()).orElse(wanted);
        Patch.Merge patch = ThreeWayMerge.of(before, wanted, live.get());
        if (patch.body().isEmpty()) {
            return "unchanged";
        }
        cluster.patch(wanted.ref(), patch, WRITER);
        return "configured";
    }

    private static Optional<KubeObject> lastApplied(KubeObject live) {
        String text = live.annotations().getOrDefault(LAST_APPLIED, "");
        return text.isEmpty() || !(Json.read(text) instanceof ValueMap object)
                ? Optional.empty()
                : Optional.of(KubeObject.of(object));
    }

    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            return new ArrayList<>(files.filter(file -> file.toString().matches(".*\\.(yaml|yml|json)"))
                    .sorted()
                    .toList());
        } catch (IOException unreadable) {
            throw new DecsException("cannot read " + path + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new DecsException("the path \"" + file + "\" does not exist", missing);
        }
    }
}
