package decs.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import decs.cli.frame.Console;
import decs.helm.kube.KubeObject;
import decs.helm.kube.WriteOptions;
import decs.helm.kube.local.LocalCluster;
import decs.helm.kube.local.Simulation;
import decs.template.language.Host;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets from six sources: no command prints or writes any of them, but {@code template} what it was asked to render. */
class CanaryTest {
    private static final Path REPOSITORY = Path.of("src/test/resources/decs/cli/canary");
    private static final List<String> CANARIES = List.of(
            "canary-in-environment-file",
            "canary-in-nested-token",
            "canary-in-release-file",
            "canary-in-referenced-file",
            "canary-in-variable",
            "canary-in-program-output");

    @TempDir
    Path folder;

    private String printed = "";

    @BeforeEach
    void copyRepository() throws IOException {
        try (Stream<Path> files = Files.walk(REPOSITORY)) {
            for (Path file : files.toList()) {
                Path target = folder.resolve(REPOSITORY.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private int run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(out, true, StandardCharsets.UTF_8);
        Host host = Host.system();
        Map<String, String> environment = Map.of(
                "PATH", System.getenv("PATH"),
                "HOME", folder.toString(),
                "SOPS_AGE_KEY_FILE", folder.resolve("keys.txt").toString(),
                "CANARY", "canary-in-variable");
        Console console = new Console(
                both,
                both,
                InputStream.nullInputStream(),
                new Host(host.clock(), host.random(), environment, host.resolve()),
                folder,
                false);
        int exit = Main.run(args, console);
        both.flush();
        printed = out.toString(StandardCharsets.UTF_8);
        return exit;
    }

    private static void assertClean(String text) {
        for (String canary : CANARIES) {
            String encoded = Base64.getEncoder().encodeToString(canary.getBytes(StandardCharsets.UTF_8));
            assertFalse(text.contains(canary) || text.contains(encoded), () -> canary + " in:\n" + text);
        }
    }

    @Test
    void templateRendersAllOfThem() {
        assertEquals(0, run("template", "--quiet"), printed);
        CANARIES.forEach(canary -> assertTrue(printed.contains(canary), () -> canary + " not in:\n" + printed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "list",
                "list --output json",
                "build",
                "build --debug",
                "build --embed-values",
                "print-env",
                "print-env --output json",
                "show-dag",
                "template --set broken=true",
                "template --set broken=true --debug",
                "diff --local cluster",
                "-l tier=x list",
                "list --compat v1",
                "status --local cluster"
            })
    void nothingPrinted(String line) {
        run(line.replace("cluster", folder.resolve("cluster").toString()).split(" "));
        assertClean(printed);
    }

    @Test
    void nothingWritten() throws IOException {
        assertEquals(0, run("write-values", "--output-file-template", "values.out"), printed);
        assertClean(printed);
        assertClean(Files.readString(folder.resolve("values.out")));
    }

    @Test
    void changedFilesAreRefused() throws IOException {
        Path file = folder.resolve("env.enc.yaml");
        Files.writeString(file, Files.readString(file).replace("nested:", "other:"));
        assertEquals(1, run("list"));
        assertTrue(printed.contains("env.enc.yaml"), printed);
        assertClean(printed);
    }

    @Test
    void secretsOfTheClusterAreMaskedToo() throws IOException {
        Path cluster = folder.resolve("cluster");
        LocalCluster.inFolder(cluster, Host.system(), Simulation.instant())
                .create(
                        KubeObject.of(Map.of("apiVersion", "v1", "kind", "Secret"))
                                .with("db", "metadata", "name")
                                .withNamespace("default")
                                .with(Map.of("pw", "Y2FuYXJ5LWluLWNsdXN0ZXI="), "data"),
                        WriteOptions.by("test"));
        Files.createDirectories(folder.resolve("shown/templates"));
        Files.writeString(folder.resolve("shown/Chart.yaml"), "apiVersion: v2\nname: shown\nversion: 1.0.0\n");
        Files.writeString(
                folder.resolve("shown/templates/c.yaml"),
                "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {v: {{ .Values.v }}}\n");
        Files.writeString(
                folder.resolve("k8s.yaml"),
                "releases:\n- {name: a, chart: ./shown, values: [{v: ref+k8s://v1/Secret/default/db/pw}]}\n");
        String[] where = {"-f", "k8s.yaml", "--local", cluster.toString()};
        assertEquals(
                0, run(Stream.concat(Stream.of(where), Stream.of("template")).toArray(String[]::new)), printed);
        assertTrue(printed.contains("canary-in-cluster"), printed);
        for (String verb : List.of("build", "diff", "write-values", "sync", "status")) {
            run(Stream.concat(Stream.of(where), Stream.of(verb)).toArray(String[]::new));
            assertFalse(printed.contains("canary-in-cluster"), printed);
        }
        run("-f", "k8s.yaml", "--untrusted=remote", "template");
        assertTrue(printed.contains("ref+k8s is refused (--untrusted remote)"), printed);
    }
}
