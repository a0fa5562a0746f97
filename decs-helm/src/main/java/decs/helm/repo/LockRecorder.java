package decs.helm.repo;

import decs.helm.archive.WholeFile;
import decs.template.source.DecsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/**
 * Notes every chart that is fetched, for a new decs.lock. A digest that was locked before for the same version has to be
 * the same still, unless changes are accepted.
 */
public final class LockRecorder implements Ledger {
    private static final String FOLDER = "vendor/charts";

    private final Path folder;
    private final SourceLock before;
    private final boolean accept;
    private final Map<String, LockedChart> charts = new ConcurrentSkipListMap<>();
    private final Map<String, byte[]> archives = new ConcurrentSkipListMap<>();

    /**
     * @param folder of decs.lock
     * @param accept whether a changed digest is written down instead of refused
     */
    public LockRecorder(Path folder, boolean accept) {
        this.folder = folder;
        this.before = SourceLock.in(folder, false);
        this.accept = accept;
    }

    @Override
    public Optional<LockedChart> find(String source, String chart, String wanted) {
        return Optional.empty();
    }

    @Override
    public Optional<byte[]> copy(LockedChart chart) {
        return Optional.empty();
    }

    @Override
    public void fetched(LockedChart chart, byte[] bytes) {
        Optional<LockedChart> locked = before.find(chart.source(), chart.chart(), chart.wanted());
        if (!accept && locked.filter(l -> l.version().equals(chart.version())).isPresent()) {
            before.fetched(chart, bytes);
        }
        charts.put(chart.key(), chart);
        archives.put(chart.digest(), bytes);
    }

    @Override
    public boolean offline() {
        return false;
    }

    /**
     * Writes decs.lock and, with {@code copies}, the charts themselves; copies that no entry names any more go.
     *
     * @return the entries as they were written
     */
    public List<LockedChart> write(boolean copies) {
        Map<String, LockedChart> entries = new TreeMap<>();
        Set<String> files = new HashSet<>();
        charts.forEach((key, chart) -> {
            String file = FOLDER + "/" + chart.digest().substring("sha256:".length()) + ".tgz";
            if (copies) {
                files.add(file);
                if (Files.notExists(folder.resolve(file))) {
                    WholeFile.at(folder.resolve(file)).write(archives.get(chart.digest()));
                }
            }
            entries.put(key, copies ? chart.at(file) : chart);
        });
        SourceLock.write(folder, entries.values());
        removeOthers(files);
        return List.copyOf(entries.values());
    }

    private void removeOthers(Set<String> files) {
        Path copies = folder.resolve(FOLDER);
        if (!Files.isDirectory(copies)) {
            return;
        }
        try (Stream<Path> children = Files.list(copies)) {
            for (Path child : children.toList()) {
                String name = child.getFileName().toString();
                if (name.matches("[0-9a-f]{64}\\.tgz") && !files.contains(FOLDER + "/" + name)) {
                    Files.delete(child);
                }
            }
        } catch (IOException failed) {
            throw new DecsException("cannot tidy " + copies + ": " + failed.getMessage(), failed);
        }
    }
}
