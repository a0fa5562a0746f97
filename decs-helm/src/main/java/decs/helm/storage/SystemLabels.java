package decs.helm.storage;

import decs.helm.release.Release;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The labels that Helm itself puts on a record, and by which it finds them. */
public final class SystemLabels {
    /** Their names, in the order in which Helm lists them. */
    public static final List<String> NAMES = List.of("name", "owner", "status", "version", "createdAt", "modifiedAt");

    private SystemLabels() {}

    /** The labels that a user gave. */
    public static Map<String, String> without(Map<String, String> labels) {
        Map<String, String> own = new TreeMap<>(labels);
        own.keySet().removeAll(NAMES);
        return own;
    }

    /** The labels of a record: those of the release, stale ones too, with the system's laid over them. */
    static Map<String, String> of(Release release, String timeLabel, long epochSecond) {
        Map<String, String> labels = new TreeMap<>(release.labels());
        labels.put(timeLabel, Long.toString(epochSecond));
        labels.put("name", release.name());
        labels.put("owner", "helm");
        labels.put("status", release.status().text());
        labels.put("version", Integer.toString(release.revision()));
        return labels;
    }
}
