package decs.helm.repo;

import decs.helm.archive.WholeFile;
import decs.template.source.DecsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/**
 * Notes every chart and file that is fetched, for a new decs.lock. A digest that was locked before for the same version
 * or address has to be the same still, unless changes are accepted.
 */
public final class LockRecorder implements Ledger {
    private static final String CHARTS = "vendor/charts";
    private static final String FILES = "vendor/files";

    private final Path folder;
    private final SourceLock before;
    private final boolean accept;
    private final Map<String, LockedChart> charts = new ConcurrentSkipListMap<>();
    private final Map<String, byte[]> archives = new ConcurrentSkipListMap<>();
    private final Map<String, LockedFile> files = new ConcurrentSkipListMap<>();
    private final Map<String, Path> places = new ConcurrentSkipListMap<>();

    /**
     * @param folder of decs.lock
     * @param accept whether a changed digest is written down instead of refused
     */
    public LockRecorder(Path folder, boolean accept) {
        this.folder = folder;
        this.before = SourceLock.in(folder, false);
        this.accept = accept;
    }

    /** What was written. */
    public record Written(List<LockedChart> charts, List<LockedFile> files) {}

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
    public Optional<LockedFile> find(String source) {
        return Optional.empty();
    }

    @Override
    public Optional<Path> copy(LockedFile file) {
        return Optional.empty();
    }

    @Override
    public void fetched(LockedFile file, Path place) {
        if (!accept) {
            before.fetched(file, place);
        }
        files.put(file.source(), file);
        places.put(file.source(), place);
    }

    @Override
    public boolean offline() {
        return false;
    }

    @Override
    public boolean fresh() {
        return true;
    }

    /**
     * Writes decs.lock and, with {@code copies}, the charts and files themselves; copies that no entry names any more go.
     *
     * @return the entries as they were written
     */
    public Written write(boolean copies) {
        Set<String> kept = new HashSet<>();
        List<LockedChart> lockedCharts = new ArrayList<>();
        charts.values().forEach(chart -> lockedCharts.add(copies ? copied(chart, kept) : chart));
        List<LockedFile> lockedFiles = new ArrayList<>();
        files.values().forEach(file -> lockedFiles.add(copies ? copied(file, kept) : file));
        new LockFile(lockedCharts, lockedFiles).write(folder);
        removeOthers(CHARTS, kept);
        removeOthers(FILES, kept);
        return new Written(lockedCharts, lockedFiles);
    }

    private LockedChart copied(LockedChart chart, Set<String> kept) {
        String file = CHARTS + "/" + hex(chart.digest()) + ".tgz";
        kept.add(file);
        if (Files.notExists(folder.resolve(file))) {
            WholeFile.at(folder.resolve(file)).write(archives.get(chart.digest()));
        }
        return chart.at(file);
    }

    /** A tree lies in a folder of its digest's name; a file lies in such a folder, because its own name counts. */
    private LockedFile copied(LockedFile file, Set<String> kept) {
        Path place = places.get(file.source());
        String home = FILES + "/" + hex(file.digest());
        String copy = Files.isDirectory(place) ? home : home + "/" + place.getFileName();
        kept.add(home);
        if (Files.notExists(folder.resolve(copy))) {
            FileTree.copy(place, folder.resolve(copy));
        }
        return file.at(copy);
    }

    private static String hex(String digest) {
        return digest.substring("sha256:".length());
    }

    private void removeOthers(String where, Set<String> kept) {
        Path copies = folder.resolve(where);
        if (!Files.isDirectory(copies)) {
            return;
        }
        try (Stream<Path> children = Files.list(copies)) {
            for (Path child : children.toList()) {
                String name = child.getFileName().toString();
                if (name.matches("[0-9a-f]{64}(\\.tgz)?") && !kept.contains(where + "/" + name)) {
                    FileTree.remove(child);
                }
            }
        } catch (IOException failed) {
            throw new DecsException("cannot tidy " + copies + ": " + failed.getMessage(), failed);
        }
    }
}
