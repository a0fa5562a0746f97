package decs.helm.kube.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import decs.helm.kube.Cluster;
import decs.helm.kube.ClusterContract;
import decs.helm.kube.DeleteOptions;
import decs.helm.kube.KubeObject;
import decs.helm.kube.WriteOptions;
import decs.template.language.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract on a folder of files, and what is kept there. */
final class FolderClusterTest extends ClusterContract {
    @TempDir
    private Path folder;

    @Override
    protected Cluster open() {
        return LocalCluster.inFolder(folder, Host.system(), Simulation.instant());
    }

    @Test
    void objectsOutliveTheCluster() throws IOException {
        KubeObject made;
        try (Cluster first = open()) {
            KubeObject wanted = KubeObject.of(Map.of(
                    "apiVersion", "v1", "kind", "ConfigMap", "data", Map.of("yes", "no", "n", "1", "t", "a\nb\n")));
            made = first.create(wanted.with("c", "metadata", "name").withNamespace("default"), WriteOptions.by("helm"));
        }
        Path file = folder.resolve("default").resolve("configmap.c.yaml");
        assertTrue(Files.exists(file));
        Files.writeString(folder.resolve("default").resolve("object1.tmp"), "half wri");
        try (Cluster second = open()) {
            assertEquals(made, second.get(made.ref()));
            second.delete(made.ref(), DeleteOptions.background());
        }
        assertFalse(Files.exists(file));
        assertFalse(Files.exists(folder.resolve("default").resolve("object1.tmp")));
    }
}
