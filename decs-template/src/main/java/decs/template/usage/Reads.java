package decs.template.usage;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is read of a tree of data: a tree of names, each of which may be read itself, or whole with all below it. */
public final class Reads {
    private final Map<String, Reads> below = new TreeMap<>();
    private boolean read;
    private boolean whole;

    /** The reads below {@code name}; made when there are none. */
    public Reads at(String name) {
        return below.computeIfAbsent(name, any -> new Reads());
    }

    /** The reads at the end of {@code path}. */
    public Reads at(List<String> path) {
        Reads reads = this;
        for (String name : path) {
            reads = reads.at(name);
        }
        return reads;
    }

    /** The reads below {@code name}, or null. */
    public Reads find(String name) {
        return below.get(name);
    }

    /** The names of which something is read. */
    public Collection<String> names() {
        return below.keySet();
    }

    /** Whether the value here is looked at. */
    public boolean isRead() {
        return read || whole;
    }

    /** Whether all below may be read, too. */
    public boolean isWhole() {
        return whole;
    }

    public void readHere() {
        read = true;
    }

    public void readWhole() {
        whole = true;
    }

    /** Adds all that {@code other} reads. */
    public void add(Reads other) {
        read |= other.read;
        whole |= other.whole;
        other.below.forEach((name, reads) -> at(name).add(reads));
    }
}
