package decs.template.gofmt;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;

/** A {@code *time.Location}: UTC, a zone of the IANA database, the host's zone, or a fixed offset with a name. */
public final class GoZone {
    public static final GoZone UTC = new GoZone("UTC", "UTC", ZoneOffset.UTC.getRules(), "UTC");

    private final String name;
    private final String tableName;
    private final ZoneRules rules;
    private final String fixedAbbreviation;

    private GoZone(String name, String tableName, ZoneRules rules, String fixedAbbreviation) {
        this.name = name;
        this.tableName = tableName;
        this.rules = rules;
        this.fixedAbbreviation = fixedAbbreviation;
    }

    /** The host's zone, which Go calls {@code Local}. */
    public static GoZone local(ZoneId zone) {
        String id = zone.getId();
        boolean isUtc = id.equals("Z") || id.equals("UTC") || id.equals("GMT") || id.equals("Etc/UTC");
        return isUtc
                ? new GoZone("Local", "UTC", ZoneOffset.UTC.getRules(), "UTC")
                : new GoZone("Local", id, zone.getRules(), null);
    }

    /** The zone with that offset in seconds and that abbreviation, which may be empty. */
    public static GoZone fixed(String name, int offset) {
        return new GoZone(name, "", ZoneOffset.ofTotalSeconds(offset).getRules(), name);
    }

    /** Mirrors: time.LoadLocation, which takes the empty name and {@code UTC} as UTC, and {@code Local}. */
    public static Optional<GoZone> load(String name, ZoneId host) {
        if (name.isEmpty() || name.equals("UTC")) {
            return Optional.of(UTC);
        }
        if (name.equals("Local")) {
            return Optional.of(local(host));
        }
        if (!ZoneTable.knows(name)) {
            return Optional.empty();
        }
        return Optional.of(new GoZone(name, name, rules(name), null));
    }

    /** The JDK leaves out the few zones that are abbreviations themselves. */
    private static ZoneRules rules(String name) {
        return switch (name) {
            case "EST" -> ZoneOffset.ofHours(-5).getRules();
            case "MST" -> ZoneOffset.ofHours(-7).getRules();
            case "HST" -> ZoneOffset.ofHours(-10).getRules();
            case "ROC" -> ZoneId.of("Asia/Taipei").getRules();
            default -> {
                try {
                    yield ZoneId.of(name).getRules();
                } catch (DateTimeException unknown) {
                    yield ZoneOffset.UTC.getRules();
                }
            }
        };
    }

    /** The name of the location. */
    public String name() {
        return name;
    }

    /** The offset from UTC in seconds at that moment. */
    public int offset(long epochSecond) {
        return rules.getOffset(clamp(epochSecond)).getTotalSeconds();
    }

    private static Instant clamp(long epochSecond) {
        long second = Math.max(Math.min(epochSecond, Instant.MAX.getEpochSecond()), Instant.MIN.getEpochSecond());
        return Instant.ofEpochSecond(second);
    }

    /** The abbreviation at that moment; empty where the zone has none. */
    public String abbreviation(long epochSecond) {
        if (fixedAbbreviation != null) {
            return fixedAbbreviation;
        }
        int offset = offset(epochSecond);
        String found = ZoneTable.abbreviation(tableName, offset, epochSecond);
        return found != null ? found : "";
    }

    /** The offset that an abbreviation means in this zone for a wall time given as seconds, if it means any. */
    Optional<Integer> offsetOf(String abbreviation, long wallSecond) {
        if (fixedAbbreviation != null) {
            return Optional.empty();
        }
        List<Integer> offsets = ZoneTable.offsets(tableName, abbreviation);
        for (int offset : offsets) {
            long moment = wallSecond - offset;
            if (offset(moment) == offset && abbreviation(moment).equals(abbreviation)) {
                return Optional.of(offset);
            }
        }
        return offsets.stream().findFirst();
    }

    ZoneRules rules() {
        return rules;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GoZone that && that.name.equals(name) && that.rules.equals(rules);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
