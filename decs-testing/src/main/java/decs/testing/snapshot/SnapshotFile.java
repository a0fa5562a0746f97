package decs.testing.snapshot;

import decs.helm.archive.WholeFile;
import decs.template.gofmt.GoString;
import decs.template.source.DecsException;
import decs.template.source.Source;
import decs.template.value.ValueMap;
import decs.template.yaml.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The snapshots of one suite: texts by test and number. What a test compares and the file does not have is added; what no
 * test compares any more goes away when the file is written.
 */
public final class SnapshotFile {
    private static final Pattern NUMBER = Pattern.compile("(?m)^  \"(\\d+)\":");

    private final Path file;
    private final boolean update;
    private final ValueMap stored;
    private final ValueMap current = new ValueMap();
    private int total;
    private int changed;
    private boolean inserted;

    private SnapshotFile(Path file, boolean update, ValueMap stored) {
        this.file = file;
        this.update = update;
        this.stored = stored;
    }

    /** The file as it is; {@code update} lets new texts take the place of those that differ. */
    public static SnapshotFile open(Path file, boolean update) {
        try {
            Files.createDirectories(file.getParent());
            boolean exists = Files.exists(file);
            Object tree =
                    exists ? Yaml.readV3(Source.of(file.toString(), GoString.of(Files.readAllBytes(file)))) : null;
            return new SnapshotFile(file, update, tree instanceof ValueMap map ? map : new ValueMap());
        } catch (IOException failed) {
            throw new DecsException("cannot read " + file + ": " + failed.getMessage(), failed);
        }
    }

    /** The snapshots of one test. */
    public Snapshots of(String test) {
        ValueMap own = new ValueMap();
        return (text, loose) -> compare(test, own, text, loose);
    }

    private Snapshots.Comparison compare(String test, ValueMap own, String text, boolean loose) {
        int number = own.size() + 1;
        String key = String.valueOf(number);
        current.put(test, own);
        total++;
        String before =
                stored.get(test) instanceof Map<?, ?> map && map.get(key) instanceof String found ? found : null;
        boolean same = before == null || before.equals(text);
        if (before == null) {
            inserted = true;
        }
        if (!same && !loose) {
            changed++;
        }
        own.put(key, same || update ? text : before);
        return new Snapshots.Comparison(number, same || update, update, before == null ? "" : before, text);
    }

    /** How many comparisons there were. */
    public int total() {
        return total;
    }

    /** How many of them found something else than what is stored. */
    public int failed() {
        return update ? 0 : changed;
    }

    /** Writes the file when something was added, has gone, or is to be updated. */
    public void write() {
        boolean vanished = stored.entrySet().stream().anyMatch(this::hasVanished);
        if (!inserted && !vanished && !(update && changed > 0)) {
            return;
        }
        WholeFile.at(file).write(GoString.bytes(numbered(Yaml.writeV3(current))));
    }

    /** The keys below a test are numbers in this file. */
    private static String numbered(String yaml) {
        return NUMBER.matcher(yaml).replaceAll("  $1:");
    }

    private boolean hasVanished(Map.Entry<String, Object> entry) {
        int before = entry.getValue() instanceof Map<?, ?> map ? map.size() : 0;
        int now = current.get(entry.getKey()) instanceof Map<?, ?> map ? map.size() : 0;
        return now < before;
    }
}
