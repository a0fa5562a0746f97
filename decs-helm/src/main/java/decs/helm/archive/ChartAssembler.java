package decs.helm.archive;

import decs.helm.chart.Chart;
import decs.helm.chart.ChartException;
import decs.helm.chart.ChartFile;
import decs.helm.chart.ChartLock;
import decs.helm.chart.ChartMetadata;
import decs.helm.chart.ChartYaml;
import decs.helm.chart.HelmVersion;
import decs.helm.chart.MetadataRules;
import decs.helm.values.ValuesReader;
import decs.template.language.Limits;
import decs.template.source.DecsException;
import decs.template.source.Source;
import decs.template.value.ValueMap;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A list of files to a chart with its subcharts: each file has its place by its name.
 *
 * <p>Mirrors: loader.LoadFiles
 */
final class ChartAssembler {
    private final HelmVersion version;
    private final Limits limits;
    private final Consumer<String> warnings;
    private final ChartYaml yaml;
    private final NestedBudget nested;

    ChartAssembler(HelmVersion version, Limits limits, Consumer<String> warnings) {
        this.version = version;
        this.limits = limits;
        this.warnings = warnings;
        this.yaml = new ChartYaml(version);
        this.nested = new NestedBudget(limits);
    }

    /** The chart whose files these are; {@code above} is the path of the charts around it, empty or ending in a slash. */
    Chart assemble(List<ChartFile> all, String above) {
        Sorted sorted = Sorted.of(all);
        ChartMetadata read = metadata(sorted, above);
        String path = above + read.name() + "/";
        Optional<ChartLock> lock = lock(sorted, path, read);
        Optional<Source> values = sorted.find("values.yaml").map(file -> source(path, file));
        ValueMap defaults =
                values.map(text -> load("values.yaml", text, this::values)).orElseGet(ValueMap::new);
        ChartMetadata metadata = MetadataRules.check(read);
        List<ChartFile> files = new ArrayList<>(sorted.rest);
        if (metadata.apiVersion().equals("v1")) {
            sorted.find("requirements.yaml").ifPresent(files::add);
            sorted.find("requirements.lock").ifPresent(files::add);
        }
        return new Chart(
                metadata,
                lock,
                defaults,
                values,
                sorted.find("values.schema.json"),
                sorted.find("Chart.yaml").orElseThrow().modified(),
                sorted.templates,
                files,
                subcharts(sorted, metadata.name(), path));
    }

    private ValueMap values(Source text) {
        return ValuesReader.read(text, version);
    }

    private ChartMetadata metadata(Sorted sorted, String above) {
        Source chartYaml = sorted.find("Chart.yaml")
                .map(file -> source(above, file))
                .orElseThrow(() -> new ChartException("Chart.yaml file is missing"));
        ChartMetadata metadata = load("Chart.yaml", chartYaml, yaml::read);
        if (metadata.apiVersion().isEmpty()) {
            metadata = metadata.withApiVersion("v1");
        }
        Optional<ChartFile> requirements = sorted.find("requirements.yaml");
        if (requirements.isEmpty()) {
            return metadata;
        }
        if (!metadata.apiVersion().equals("v1")) {
            warnings.accept("Warning: Dependencies are handled in Chart.yaml since apiVersion \"v2\". "
                    + "We recommend migrating dependencies to Chart.yaml.");
        }
        Source text = source(above + metadata.name() + "/", requirements.get());
        ChartMetadata both = load("requirements.yaml", text, source -> yaml.readWithRequirements(chartYaml, source));
        return both.apiVersion().isEmpty() ? both.withApiVersion("v1") : both;
    }

    private Optional<ChartLock> lock(Sorted sorted, String path, ChartMetadata metadata) {
        Optional<ChartFile> older = sorted.find("requirements.lock");
        if (older.isPresent() && !metadata.apiVersion().equals("v1")) {
            warnings.accept("Warning: Dependency locking is handled in Chart.lock since apiVersion \"v2\". "
                    + "We recommend migrating to Chart.lock.");
        }
        return sorted.find("Chart.lock")
                .or(() -> older)
                .map(file -> load(file.name(), source(path, file), yaml::readLock));
    }

    private List<Chart> subcharts(Sorted sorted, String name, String path) {
        List<Chart> charts = new ArrayList<>();
        sorted.groups.forEach((group, files) -> {
            if (!group.startsWith("_") && !group.startsWith(".")) {
                charts.add(subchart(group, files, name, path));
            }
        });
        return charts;
    }

    private Chart subchart(String group, List<ChartFile> files, String parent, String path) {
        if (!group.endsWith(".tgz")) {
            return unpacking("subchart " + group, parent, () -> assemble(below(files), path + "charts/"));
        }
        ChartFile archive = files.get(0);
        String found = archive.name().substring(Sorted.CHARTS.length());
        if (!found.equals(group)) {
            throw new ChartException(
                    "error unpacking subchart tar in " + parent + ": expected " + group + ", got " + found);
        }
        return unpacking("subchart " + group, parent, () -> {
            ArchiveReader reader = new ArchiveReader(new FileBudget(limits, version));
            List<ChartFile> inside = reader.read(new ByteArrayInputStream(archive.data()));
            nested.enter(inside);
            Chart chart = assemble(inside, path + "charts/");
            nested.leave();
            return chart;
        });
    }

    private static List<ChartFile> below(List<ChartFile> files) {
        List<ChartFile> below = new ArrayList<>();
        for (ChartFile file : files) {
            int slash = file.name().indexOf('/', Sorted.CHARTS.length());
            if (slash >= 0) {
                below.add(new ChartFile(file.name().substring(slash + 1), file.data(), file.modified()));
            }
        }
        return below;
    }

    private static Chart unpacking(String what, String parent, Supplier<Chart> work) {
        try {
            return work.get();
        } catch (DecsException failed) {
            throw ChartException.within("error unpacking " + what + " in " + parent + ": ", failed);
        }
    }

    private static <T> T load(String name, Source text, Function<Source, T> reader) {
        try {
            return reader.apply(text);
        } catch (DecsException failed) {
            throw ChartException.within("cannot load " + name + ": ", failed);
        }
    }

    private static Source source(String path, ChartFile file) {
        return Source.of(path + file.name(), file.text());
    }

    /** The files of one chart by their place. */
    private static final class Sorted {
        static final String CHARTS = "charts/";
        private static final List<String> SPECIAL = List.of(
                "Chart.yaml",
                "Chart.lock",
                "values.yaml",
                "values.schema.json",
                "requirements.yaml",
                "requirements.lock");

        private final Map<String, ChartFile> special = new TreeMap<>();
        private final List<ChartFile> templates = new ArrayList<>();
        private final List<ChartFile> rest = new ArrayList<>();
        private final Map<String, List<ChartFile>> groups = new TreeMap<>();

        static Sorted of(List<ChartFile> files) {
            Sorted sorted = new Sorted();
            files.forEach(sorted::add);
            return sorted;
        }

        private void add(ChartFile file) {
            String name = file.name();
            if (SPECIAL.contains(name)) {
                special.put(name, file);
            } else if (name.startsWith("templates/")) {
                templates.add(file);
            } else if (name.startsWith(CHARTS) && !name.endsWith(".prov")) {
                int end = name.indexOf('/', CHARTS.length());
                String group = name.substring(CHARTS.length(), end < 0 ? name.length() : end);
                groups.computeIfAbsent(group, any -> new ArrayList<>()).add(file);
            } else {
                rest.add(file);
            }
        }

        Optional<ChartFile> find(String name) {
            return Optional.ofNullable(special.get(name));
        }
    }
}
