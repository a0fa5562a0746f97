package decs.helm.repo;

import decs.helm.archive.WholeFile;
import decs.template.source.DecsException;
import decs.template.source.Problem;
import decs.template.source.Source;
import decs.template.value.ValueMap;
import decs.template.yaml.Yaml;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** decs.lock as it is written. */
record LockFile(List<LockedChart> charts, List<LockedFile> files) {
    static final String NAME = "decs.lock";
    private static final String HEAD =
            "# Written by \"decs vendor\": the charts and files that this repository takes from elsewhere. Commit"
                    + " it.\n";

    LockFile {
        charts = List.copyOf(charts);
        files = List.copyOf(files);
    }

    /** The lock in {@code folder}; one without entries when there is none. */
    static LockFile read(Path folder) {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return new LockFile(List.of(), List.of());
        }
        try {
            return read(Source.of(file.toString(), Files.readString(file)));
        } catch (IOException unreadable) {
            throw new DecsException("open " + file + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private static LockFile read(Source source) {
        Object tree = Yaml.readStrict(source);
        if (tree == null) {
            return new LockFile(List.of(), List.of());
        }
        if (!(tree instanceof Map<?, ?> map)) {
            throw new DecsException(source.name() + " is no lock: a mapping was expected");
        }
        if (!Double.valueOf(1).equals(map.get("version"))) {
            throw new DecsException(Problem.of(source.name() + " has the version " + map.get("version") + ", not 1")
                    .withHint("it was written by another version of decs; write it again with \"decs vendor\""));
        }
        return new LockFile(
                entries(
                        source,
                        map,
                        "charts",
                        fields -> new LockedChart(
                                text(fields, "source"),
                                text(fields, "chart"),
                                text(fields, "wanted"),
                                text(fields, "version"),
                                text(fields, "digest"),
                                text(fields, "entry"),
                                text(fields, "file"))),
                entries(
                        source,
                        map,
                        "files",
                        fields ->
                                new LockedFile(text(fields, "source"), text(fields, "digest"), text(fields, "file"))));
    }

    private static <T> List<T> entries(Source source, Map<?, ?> lock, String key, Function<Map<?, ?>, T> reader) {
        List<T> entries = new ArrayList<>();
        if (lock.get(key) instanceof List<?> items) {
            for (Object item : items) {
                if (!(item instanceof Map<?, ?> fields)) {
                    throw new DecsException(source.name() + ": an entry of " + key + " is no mapping");
                }
                entries.add(reader.apply(fields));
            }
        }
        return entries;
    }

    private static String text(Map<?, ?> fields, String key) {
        return fields.get(key) instanceof String text ? text : "";
    }

    /** Writes the lock of {@code folder} anew. */
    void write(Path folder) {
        ValueMap tree = new ValueMap();
        tree.put("version", 1);
        tree.put(
                "charts",
                charts.stream()
                        .sorted(Comparator.comparing(LockedChart::key))
                        .map(chart -> entry(
                                "source", chart.source(),
                                "chart", chart.chart(),
                                "wanted", chart.wanted(),
                                "version", chart.version(),
                                "digest", chart.digest(),
                                "entry", chart.entry(),
                                "file", chart.file()))
                        .toList());
        if (!files.isEmpty()) {
            tree.put(
                    "files",
                    files.stream()
                            .sorted(Comparator.comparing(LockedFile::source))
                            .map(file -> entry("source", file.source(), "digest", file.digest(), "file", file.file()))
                            .toList());
        }
        WholeFile.at(folder.resolve(NAME)).write((HEAD + Yaml.write(tree)).getBytes(StandardCharsets.UTF_8));
    }

    private static ValueMap entry(String... pairs) {
        ValueMap entry = new ValueMap();
        for (int i = 0; i < pairs.length; i += 2) {
            if (!pairs[i + 1].isEmpty()) {
                entry.put(pairs[i], pairs[i + 1]);
            }
        }
        return entry;
    }
}
