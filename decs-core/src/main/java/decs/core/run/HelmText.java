package decs.core.run;

import decs.helm.release.Release;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What helm prints of a release. */
final class HelmText {
    private static final List<String> HEADINGS =
            List.of("NAME", "NAMESPACE", "REVISION", "UPDATED", "STATUS", "CHART", "APP VERSION");

    private HelmText() {}

    /** The row of {@code helm list}, with columns as wide as the headings that are left out. */
    static String listed(Release release) {
        List<String> cells = List.of(
                release.name(),
                release.namespace(),
                Integer.toString(release.revision()),
                go(release.state().lastDeployed()),
                release.status().text(),
                release.chart().nameAndVersion(),
                release.chart().metadata().appVersion());
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            int padding = Math.max(0, HEADINGS.get(i).length() - cell.length());
            row.append(i == 0 ? "" : "\t").append(cell).append(" ".repeat(padding));
        }
        return row.append('\n').toString();
    }

    private static String go(Optional<OffsetDateTime> time) {
        if (time.isEmpty()) {
            return "-";
        }
        OffsetDateTime t = time.get();
        String nanos =
                t.getNano() == 0 ? "" : ("." + String.format(Locale.ROOT, "%09d", t.getNano())).replaceAll("0+$", "");
        String zone = t.getOffset().equals(ZoneOffset.UTC)
                ? "+0000 UTC"
                : DateTimeFormatter.ofPattern("xx xx").format(t);
        return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").format(t) + nanos + " " + zone;
    }
}
