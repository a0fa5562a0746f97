package decs.helm.repo;

import decs.helm.archive.Digests;
import decs.helm.archive.WholeFile;
import decs.template.source.DecsException;
import decs.template.source.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * decs.lock: every chart and file that a deployment repository takes from elsewhere, with its digest, and the copies that
 * {@code decs vendor} made. What is locked is never anything else: a moved tag, a changed archive, entry of an index or
 * file is an error.
 */
public final class SourceLock implements Ledger {
    private final Path folder;
    private final Map<String, LockedChart> charts = new LinkedHashMap<>();
    private final Map<String, LockedFile> files = new LinkedHashMap<>();
    private final boolean offline;

    private SourceLock(Path folder, LockFile lock, boolean offline) {
        this.folder = folder;
        this.offline = offline;
        lock.charts().forEach(chart -> charts.put(chart.key(), chart));
        lock.files().forEach(file -> files.put(file.source(), file));
    }

    /** The lock in {@code folder}; one without entries when there is none. */
    public static SourceLock in(Path folder, boolean offline) {
        return new SourceLock(folder, LockFile.read(folder), offline);
    }

    @Override
    public Optional<LockedChart> find(String source, String chart, String wanted) {
        return Optional.ofNullable(charts.get(LockedChart.key(source, chart, wanted)));
    }

    @Override
    public Optional<byte[]> copy(LockedChart chart) {
        Optional<Path> place = place(chart.file());
        if (place.isEmpty() || !WholeFile.isPlain(place.get())) {
            if (offline && !chart.file().isEmpty()) {
                throw missing(chart.shown(), folder.resolve(chart.file()) + " is not there");
            }
            return Optional.empty();
        }
        try {
            byte[] bytes = Files.readAllBytes(place.get());
            check(chart.shown(), "", chart.digest(), "the copy " + chart.file(), "sha256:" + Digests.sha256(bytes));
            return Optional.of(bytes);
        } catch (IOException unreadable) {
            throw new DecsException("open " + place.get() + ": " + unreadable.getMessage(), unreadable);
        }
    }

    /** Where a copy is: inside of the folder, whatever the lock says. */
    private Optional<Path> place(String file) {
        Path place = folder.resolve(file).normalize();
        return file.isEmpty() || !place.startsWith(folder.normalize()) ? Optional.empty() : Optional.of(place);
    }

    @Override
    public void fetched(LockedChart chart, byte[] bytes) {
        LockedChart locked = charts.get(chart.key());
        if (locked == null) {
            return;
        }
        String server = "what " + chart.source() + " serves now";
        check(locked.shown(), "", locked.digest(), server, chart.digest());
        boolean both = !locked.entry().isEmpty() && !chart.entry().isEmpty();
        if (both && locked.version().equals(chart.version())) {
            check(locked.shown(), " for its entry in the index", locked.entry(), server, chart.entry());
        }
    }

    @Override
    public Optional<LockedFile> find(String source) {
        return Optional.ofNullable(files.get(source));
    }

    @Override
    public Optional<Path> copy(LockedFile file) {
        Optional<Path> place = place(file.file()).filter(path -> Files.exists(path, LinkOption.NOFOLLOW_LINKS));
        if (place.isEmpty()) {
            if (offline && !file.file().isEmpty()) {
                throw missing(file.source(), folder.resolve(file.file()) + " is not there");
            }
            return Optional.empty();
        }
        check(file.source(), "", file.digest(), "the copy " + file.file(), FileTree.digest(place.get()));
        return place;
    }

    @Override
    public void fetched(LockedFile file, Path place) {
        LockedFile locked = files.get(file.source());
        if (locked != null) {
            check(file.source(), "", locked.digest(), "what is served now", file.digest());
        }
    }

    @Override
    public boolean offline() {
        return offline;
    }

    @Override
    public boolean fresh() {
        return false;
    }

    private static void check(String shown, String of, String locked, String what, String actual) {
        if (locked.equals(actual)) {
            return;
        }
        String text = shown + ": " + LockFile.NAME + " has " + locked + of + ", " + what + " has " + actual;
        throw new DecsException(
                text,
                List.of(Problem.of(text)
                        .withHint("it was changed after it was locked; when that is right, run \"decs vendor"
                                + " --accept-changes\" and commit the new lock")),
                null);
    }

    private static DecsException missing(String shown, String why) {
        String text = shown + " is not vendored: " + why;
        return new DecsException(
                text,
                List.of(Problem.of(text).withHint("run \"decs vendor\" without --offline and commit what it writes")),
                null);
    }

    /** What is said of a chart that may not be fetched. */
    static DecsException notVendored(String source, String chart, String wanted) {
        return notVendored(new LockedChart(source, chart, wanted, "", "", "", "").shown());
    }

    /** What is said of something that may not be fetched. */
    static DecsException notVendored(String shown) {
        return missing(shown, "--offline uses nothing but the copies in " + LockFile.NAME);
    }
}
