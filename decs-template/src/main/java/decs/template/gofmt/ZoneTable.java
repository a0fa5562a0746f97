package decs.template.gofmt;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The abbreviations of time zones as the IANA database has them ({@code CET}, {@code -03}); the JDK's own are other
 * texts for many zones. Read when first needed.
 */
final class ZoneTable {
    private static final ZoneTable TABLE = read();

    /** An abbreviation, and since when it stands for its offset. */
    private record Entry(int offset, String abbreviation, long since) {}

    private final Map<String, List<Entry>> byZone;

    private ZoneTable(Map<String, List<Entry>> byZone) {
        this.byZone = byZone;
    }

    static boolean knows(String zone) {
        return TABLE.byZone.containsKey(zone);
    }

    /** The abbreviation in use at that moment, or null for an unknown zone or offset. */
    static String abbreviation(String zone, int offset, long epochSecond) {
        String found = null;
        for (Entry entry : TABLE.byZone.getOrDefault(zone, List.of())) {
            if (entry.offset == offset && entry.since <= epochSecond) {
                found = entry.abbreviation;
            }
        }
        return found;
    }

    /** The offsets for which the zone has used an abbreviation. */
    static List<Integer> offsets(String zone, String abbreviation) {
        List<Integer> offsets = new ArrayList<>();
        for (Entry entry : TABLE.byZone.getOrDefault(zone, List.of())) {
            if (entry.abbreviation.equals(abbreviation)) {
                offsets.add(entry.offset);
            }
        }
        return offsets;
    }

    private static ZoneTable read() {
        Map<String, List<Entry>> byZone = new HashMap<>();
        try (InputStream in = ZoneTable.class.getResourceAsStream("zones.tsv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int tab = line.indexOf('\t');
                if (line.charAt(0) != '#') {
                    List<Entry> entries = entries(line.substring(tab + 1));
                    for (String name : line.substring(0, tab).split(",")) {
                        byZone.put(name, entries);
                    }
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new ZoneTable(byZone);
    }

    private static List<Entry> entries(String text) {
        List<Entry> entries = new ArrayList<>();
        for (String item : text.split(" ")) {
            int equals = item.indexOf('=');
            int at = item.indexOf('@');
            String name = item.substring(equals + 1, at < 0 ? item.length() : at);
            long since = at < 0 ? Long.MIN_VALUE : Long.parseLong(item.substring(at + 1));
            entries.add(new Entry(Integer.parseInt(item.substring(0, equals)), name, since));
        }
        return entries;
    }
}
