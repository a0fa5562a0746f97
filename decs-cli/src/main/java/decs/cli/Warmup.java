package decs.cli;

import decs.cli.frame.Console;
import decs.template.language.Host;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs what most commands run, on a small deployment of its own and a server on loopback, so that the launcher learns
 * which classes its class-data archive should hold. Writes nothing outside a temporary folder.
 */
final class Warmup {
    private static final List<String> FILES = List.of(
            "helmfile.yaml.gotmpl",
            "state.yaml.gotmpl",
            "values.yaml.gotmpl",
            "chart/Chart.yaml",
            "chart/values.yaml",
            "chart/values.schema.json",
            "chart/templates/_helpers.tpl",
            "chart/templates/NOTES.txt",
            "chart/templates/config.yaml",
            "chart/templates/deployment.yaml",
            "chart/templates/hook.yaml",
            "chart/templates/service.yaml");

    private final Path folder;
    private final Console console;

    private Warmup(Path folder, PrintStream out) {
        this.folder = folder;
        Host system = Host.system();
        Map<String, String> environment = new HashMap<>(system.environment());
        environment.keySet().removeIf(name -> name.startsWith("HELM") || name.equals("KUBECONFIG"));
        environment.put("HELM_KUBETOKEN", "none");
        environment.put("DECS_CACHE", folder.resolve("cache").toString());
        Host host = new Host(system.clock(), system.random(), environment, system.resolve());
        this.console = new Console(out, out, new ByteArrayInputStream(new byte[0]), host, folder, false);
    }

    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("decs-warmup");
        try {
            new Warmup(folder, Console.ofProcess().err()).run();
        } finally {
            delete(folder);
        }
    }

    private void run() throws IOException {
        for (String file : FILES) {
            Path target = folder.resolve(file);
            Files.createDirectories(target.getParent());
            Files.writeString(target, WarmupServer.resource(file));
        }
        decs("version");
        decs("--help");
        decs("helm", "package", "chart", "--destination", "charts");
        decs("helm", "repo", "index", "charts");
        try (WarmupServer server = new WarmupServer(folder.resolve("charts"))) {
            String repository = "repository=" + server.address() + "/charts";
            for (String verb : List.of("list", "build", "template", "diff", "sync", "apply", "status", "destroy")) {
                decs(verb, "--state-values-set", repository, "--local", "cluster");
            }
            for (String verb : List.of("sync", "apply", "diff")) {
                decs(verb, "--state-values-set", repository, "--kube-apiserver", server.address());
            }
            decs("helm", "list", "--kube-apiserver", server.address(), "--namespace", "warm");
        }
        decs("helm", "template", "warm", "chart", "--set", "replicas=2");
        decs("helm", "lint", "chart");
    }

    private void decs(String... arguments) {
        Main.run(arguments, console);
    }

    private static void delete(Path folder) throws IOException {
        List<Path> paths = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(paths::add);
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }
}
