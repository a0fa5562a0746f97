package decs.template.value;

import decs.template.source.Position;
import decs.template.source.Source;
import java.util.Arrays;

/**
 * Where the values of one map were written: key, source and offset in three plain arrays, because a reader notes a
 * place for every key it meets and hardly any is ever asked for. Small tables are searched, larger ones hashed.
 */
final class Origins {
    private static final int SEARCHED = 12;

    private String[] keys;
    private Source[] sources;
    private int[] offsets;
    private int size;
    private int[] slots;

    Origins(int expected) {
        int capacity = Math.max(4, expected);
        keys = new String[capacity];
        sources = new Source[capacity];
        offsets = new int[capacity];
    }

    Origins(Origins other) {
        keys = other.keys.clone();
        sources = other.sources.clone();
        offsets = other.offsets.clone();
        size = other.size;
        slots = other.slots == null ? null : other.slots.clone();
    }

    void put(String key, Source source, int offset) {
        int at = find(key);
        if (at < 0) {
            at = size;
            append(key);
        }
        sources[at] = source;
        offsets[at] = offset;
    }

    Position get(String key) {
        int at = find(key);
        return at < 0 ? null : new Position(sources[at], offsets[at]);
    }

    /** Copies the place of {@code key} to {@code into}, when it is known. */
    boolean copy(String key, Origins into) {
        int at = find(key);
        if (at >= 0) {
            into.put(key, sources[at], offsets[at]);
        }
        return at >= 0;
    }

    private int find(String key) {
        if (slots == null) {
            for (int i = 0; i < size; i++) {
                if (keys[i].equals(key)) {
                    return i;
                }
            }
            return -1;
        }
        int mask = slots.length - 1;
        for (int slot = spread(key) & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
            if (keys[slots[slot] - 1].equals(key)) {
                return slots[slot] - 1;
            }
        }
        return -1;
    }

    private void append(String key) {
        if (size == keys.length) {
            int capacity = size * 2;
            keys = Arrays.copyOf(keys, capacity);
            sources = Arrays.copyOf(sources, capacity);
            offsets = Arrays.copyOf(offsets, capacity);
        }
        keys[size++] = key;
        if (slots != null && size * 2 <= slots.length) {
            link(size - 1);
        } else if (size > SEARCHED) {
            slots = new int[Integer.highestOneBit(size) * 8];
            for (int i = 0; i < size; i++) {
                link(i);
            }
        }
    }

    private void link(int index) {
        int mask = slots.length - 1;
        int slot = spread(keys[index]) & mask;
        while (slots[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = index + 1;
    }

    private static int spread(String key) {
        int hash = key.hashCode();
        return hash ^ (hash >>> 16);
    }
}
