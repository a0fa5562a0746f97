package decs.helm.packaging;

import decs.helm.archive.ChartLoader;
import decs.helm.archive.WholeFile;
import decs.helm.chart.Chart;
import decs.helm.chart.ChartFile;
import decs.helm.chart.ChartMetadata;
import decs.helm.chart.ChartYaml;
import decs.template.gofmt.GoString;
import decs.template.source.DecsException;
import decs.template.yaml.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * {@code helm create}: a chart to begin with, from the scaffold that comes along or from a starter.
 *
 * <p>Mirrors: chartutil.Create in its files and values; the templates are decs's own
 */
public final class CreateChart {
    private static final String NAME = "[a-zA-Z0-9._-]+";
    private static final int LONGEST_NAME = 250;
    private static final String PLACEHOLDER = "<CHARTNAME>";
    private static final List<String> FILES = List.of(
            "Chart.yaml",
            "values.yaml",
            ".helmignore",
            "templates/ingress.yaml",
            "templates/httproute.yaml",
            "templates/deployment.yaml",
            "templates/service.yaml",
            "templates/serviceaccount.yaml",
            "templates/hpa.yaml",
            "templates/NOTES.txt",
            "templates/_helpers.tpl",
            "templates/tests/test-connection.yaml");

    private final ChartLoader loader;
    private final Consumer<String> warnings;

    /** @param warnings takes one line for each file that was replaced */
    public CreateChart(ChartLoader loader, Consumer<String> warnings) {
        this.loader = loader;
        this.warnings = warnings;
    }

    /**
     * Makes the chart.
     *
     * @param path its folder, whose last part is its name
     * @param starter the folder of a chart to start from
     */
    public void run(Path path, Optional<Path> starter) {
        String name = path.toAbsolutePath().normalize().getFileName().toString();
        if (name.length() > LONGEST_NAME) {
            throw new DecsException("chart name must be between 1 and " + LONGEST_NAME + " characters");
        }
        if (!name.matches(NAME)) {
            throw new DecsException("chart name must match the regular expression \"^" + NAME + "$\"");
        }
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new DecsException("file " + path + " already exists and is not a directory");
        }
        if (starter.isPresent()) {
            fromStarter(path, name, starter.get());
        } else {
            FILES.forEach(file -> write(path.resolve(file), named(scaffold(file), name)));
        }
        try {
            Files.createDirectories(path.resolve("charts"));
        } catch (IOException failed) {
            throw new DecsException("cannot make " + path.resolve("charts") + ": " + failed.getMessage(), failed);
        }
    }

    private void fromStarter(Path path, String name, Path starter) {
        Chart chart;
        try {
            chart = loader.load(starter);
        } catch (DecsException broken) {
            throw new DecsException(
                    "could not load " + starter + ": " + broken.getMessage(), broken.problems(), broken);
        }
        ChartMetadata metadata =
                chart.metadata().withName(name).withVersion("0.1.0").withAppVersion("0.1.0");
        write(path.resolve("Chart.yaml"), Yaml.write(ChartYaml.tree(metadata)));
        chart.valuesSource().ifPresent(values -> write(path.resolve("values.yaml"), named(values.text(), name)));
        chart.schema().ifPresent(schema -> write(path.resolve(schema.name()), schema.text()));
        for (ChartFile template : chart.templates()) {
            write(path.resolve(template.name()), named(template.text(), name));
        }
        for (ChartFile file : chart.files()) {
            write(path.resolve(file.name()), file.text());
        }
    }

    private void write(Path file, String text) {
        if (Files.exists(file)) {
            warnings.accept("WARNING: File \"" + file + "\" already exists. Overwriting.");
        }
        WholeFile.at(file).write(GoString.bytes(text));
    }

    private static String named(String text, String name) {
        return text.replace(PLACEHOLDER, name);
    }

    private static String scaffold(String file) {
        try (InputStream in = CreateChart.class.getResourceAsStream("scaffold/" + file)) {
            if (in == null) {
                throw new DecsException("the scaffold's " + file + " is missing from this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new DecsException("cannot read the scaffold's " + file, unreadable);
        }
    }
}
