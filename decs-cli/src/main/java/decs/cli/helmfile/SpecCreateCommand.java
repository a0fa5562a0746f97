package decs.cli.helmfile;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.Verb;
import decs.template.source.DecsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decs create}: a deployment repository to begin with. */
@Command(name = "create", description = "Write a helmfile, an environment and a values folder to begin with")
final class SpecCreateCommand implements Verb {
    private static final String DEFAULT_VALUES = """
        # what differs between environments; templates see it as {{ .Values.… }}
        replicas: 1
        """;

    private static final String HELMFILE = """
        # which releases there are and what they need: see the guide of decs, or helmfile's own documentation
        helmDefaults:
          createNamespace: true
          wait: true
          timeout: 300

        # environments:
        #   default:
        #     values:
        #     - environments/default.yaml
        #   production:
        #     values:
        #     - environments/default.yaml
        #     - environments/production.yaml
        # ---
        # repositories:
        # - name: example
        #   url: https://charts.example.org
        #
        # releases:
        # - name: web
        #   namespace: web
        #   chart: example/web
        #   version: ~1.2.0
        #   values:
        #   - values/web.yaml
        """;

    @Mixin
    GlobalOptions globals;

    @Option(
            names = {"-o", "--output-dir"},
            paramLabel = "DIR",
            description = "where to write (NAME, else here)")
    String folder = "";

    @Option(names = "--force", arity = "0..1", fallbackValue = "true", description = "overwrite files that are there")
    boolean force;

    @Parameters(paramLabel = "NAME", arity = "0..1")
    String name = "";

    @Override
    public int run(Console console) {
        Path root = console.workingFolder()
                .resolve(folder.isEmpty() ? name : folder)
                .normalize();
        Map<Path, String> files = new LinkedHashMap<>();
        files.put(root.resolve("helmfile.yaml"), HELMFILE);
        files.put(root.resolve("environments/default.yaml"), DEFAULT_VALUES);
        files.put(root.resolve("values/.gitkeep"), "");
        List<String> there = files.keySet().stream()
                .filter(Files::exists)
                .map(Path::toString)
                .toList();
        if (!there.isEmpty() && !force) {
            throw new DecsException("the following files already exist, use --force to overwrite: "
                    + there.stream().collect(Collectors.joining(", ")));
        }
        files.forEach((file, text) -> {
            write(file, text);
            console.err().println("created " + file);
        });
        console.err().println();
        console.err().println("helmfile project created in " + root);
        console.err().println();
        console.err()
                .println("Next steps:\n  cd " + root + "\n  # Edit helmfile.yaml to add your releases\n  decs apply");
        return ExitCode.OK;
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new DecsException("cannot write " + file + ": " + failed.getMessage(), failed);
        }
    }
}
