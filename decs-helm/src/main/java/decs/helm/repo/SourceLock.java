package decs.helm.repo;

import decs.helm.archive.Digests;
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
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * decs.lock: every chart that a deployment repository takes from elsewhere, with its version and digest, and the copies
 * that {@code decs vendor} made. What is locked is never another chart: a moved tag or a changed archive is an error.
 */
public final class SourceLock implements Ledger {
    private static final String NAME = "decs.lock";
    private static final String HEAD =
            "# Written by \"decs vendor\": the charts that this repository uses. Commit it.\n";

    private final Path folder;
    private final Map<String, LockedChart> charts;
    private final boolean offline;

    private SourceLock(Path folder, Map<String, LockedChart> charts, boolean offline) {
        this.folder = folder;
        this.charts = charts;
        this.offline = offline;
    }

    /** The lock in {@code folder}; one without entries when there is none. */
    public static SourceLock in(Path folder, boolean offline) {
        Path file = folder.resolve(NAME);
        Map<String, LockedChart> charts = new LinkedHashMap<>();
        if (Files.exists(file)) {
            try {
                Source source = Source.of(file.toString(), Files.readString(file));
                for (LockedChart chart : read(source)) {
                    charts.put(chart.key(), chart);
                }
            } catch (IOException unreadable) {
                throw new DecsException("open " + file + ": " + unreadable.getMessage(), unreadable);
            }
        }
        return new SourceLock(folder, charts, offline);
    }

    private static List<LockedChart> read(Source source) {
        List<LockedChart> charts = new ArrayList<>();
        Object tree = Yaml.readStrict(source);
        if (tree == null) {
            return charts;
        }
        if (!(tree instanceof Map<?, ?> map)) {
            throw new DecsException(source.name() + " is no lock: a mapping was expected");
        }
        if (!Double.valueOf(1).equals(map.get("version"))) {
            throw new DecsException(Problem.of(source.name() + " has the version " + map.get("version") + ", not 1")
                    .withHint("it was written by another version of decs; write it again with \"decs vendor\""));
        }
        if (map.get("charts") instanceof List<?> entries) {
            for (Object entry : entries) {
                if (!(entry instanceof Map<?, ?> fields)) {
                    throw new DecsException(source.name() + ": a chart's entry is no mapping");
                }
                charts.add(new LockedChart(
                        text(fields, "source"),
                        text(fields, "chart"),
                        text(fields, "wanted"),
                        text(fields, "version"),
                        text(fields, "digest"),
                        text(fields, "file")));
            }
        }
        return charts;
    }

    private static String text(Map<?, ?> fields, String key) {
        return fields.get(key) instanceof String text ? text : "";
    }

    /** Writes the lock of {@code folder} anew. */
    public static Path write(Path folder, Collection<LockedChart> charts) {
        List<ValueMap> entries = new ArrayList<>();
        charts.stream().sorted(Comparator.comparing(LockedChart::key)).forEach(chart -> {
            ValueMap entry = new ValueMap();
            put(entry, "source", chart.source());
            put(entry, "chart", chart.chart());
            put(entry, "wanted", chart.wanted());
            put(entry, "version", chart.version());
            put(entry, "digest", chart.digest());
            put(entry, "file", chart.file());
            entries.add(entry);
        });
        ValueMap tree = new ValueMap();
        tree.put("version", 1);
        tree.put("charts", entries);
        Path file = folder.resolve(NAME);
        WholeFile.at(file).write((HEAD + Yaml.write(tree)).getBytes(StandardCharsets.UTF_8));
        return file;
    }

    private static void put(ValueMap entry, String key, String value) {
        if (!value.isEmpty()) {
            entry.put(key, value);
        }
    }

    @Override
    public Optional<LockedChart> find(String source, String chart, String wanted) {
        return Optional.ofNullable(charts.get(new LockedChart(source, chart, wanted, "", "", "").key()));
    }

    @Override
    public Optional<byte[]> copy(LockedChart chart) {
        if (chart.file().isEmpty()) {
            return Optional.empty();
        }
        Path file = folder.resolve(chart.file()).normalize();
        if (!file.startsWith(folder.normalize()) || !WholeFile.isPlain(file)) {
            if (offline) {
                throw missing(chart, file + " is not there");
            }
            return Optional.empty();
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            String actual = "sha256:" + Digests.sha256(bytes);
            if (!actual.equals(chart.digest())) {
                throw changed(chart, "the copy " + chart.file(), actual);
            }
            return Optional.of(bytes);
        } catch (IOException unreadable) {
            throw new DecsException("open " + file + ": " + unreadable.getMessage(), unreadable);
        }
    }

    @Override
    public void fetched(LockedChart chart, byte[] bytes) {
        LockedChart locked = charts.get(chart.key());
        if (locked == null) {
            return;
        }
        if (!locked.digest().equals(chart.digest())) {
            throw changed(locked, "what " + chart.source() + " serves now", chart.digest());
        }
    }

    @Override
    public boolean offline() {
        return offline;
    }

    private static DecsException changed(LockedChart locked, String what, String actual) {
        String text = locked.shown() + ": " + NAME + " has " + locked.digest() + ", " + what + " has " + actual;
        return new DecsException(
                text,
                List.of(Problem.of(text)
                        .withHint("it was changed after it was locked; when that is right, run \"decs vendor\" and"
                                + " commit the new lock")),
                null);
    }

    private static DecsException missing(LockedChart chart, String why) {
        String text = chart.shown() + " is not vendored: " + why;
        return new DecsException(
                text,
                List.of(Problem.of(text).withHint("run \"decs vendor\" without --offline and commit what it writes")),
                null);
    }

    /** What is said of a chart that may not be fetched. */
    static DecsException notVendored(String source, String chart, String wanted) {
        return missing(
                new LockedChart(source, chart, wanted, "", "", ""), "--offline uses nothing but the copies in " + NAME);
    }
}
