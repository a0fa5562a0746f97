package decs.core.transcript;

import decs.core.request.FileReport;
import decs.core.request.ReleaseOutcome;
import decs.core.request.ReleaseOutcome.Failed;
import decs.core.request.ReleaseOutcome.FailedAt;
import decs.core.request.ReleaseOutcome.Installed;
import decs.core.request.ReleaseOutcome.Removed;
import decs.core.request.ReleaseOutcome.Upgraded;
import decs.core.request.ReleaseRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The tables at the end of a state file: what was updated, deleted, what failed. */
record Summary(Transcript.Style style) {
    private static final List<String> UPDATED = List.of("NAME", "NAMESPACE", "CHART", "VERSION", "DURATION");
    private static final List<String> DELETED = List.of("NAME", "NAMESPACE", "DURATION");

    String print(FileReport report) {
        List<List<String>> updated = new ArrayList<>();
        List<List<String>> deleted = new ArrayList<>();
        List<List<String>> failed = new ArrayList<>();
        List<List<String>> notDeleted = new ArrayList<>();
        for (ReleaseOutcome outcome : report.outcomes()) {
            if (outcome instanceof Installed installed) {
                updated.add(row(installed.release(), installed.chartVersion(), installed.duration()));
            } else if (outcome instanceof Upgraded upgraded) {
                updated.add(row(upgraded.release(), upgraded.chartVersion(), upgraded.duration()));
            } else if (outcome instanceof Removed removed) {
                deleted.add(shortRow(removed.release(), removed.duration()));
            } else if (outcome instanceof Failed failure && failure.at() == FailedAt.REMOVAL) {
                notDeleted.add(shortRow(failure.release(), failure.duration()));
            } else if (outcome instanceof Failed failure && failure.at() == FailedAt.DEPLOYMENT) {
                failed.add(row(failure.release(), "", failure.duration()));
            }
        }
        if (style.v0()) {
            return old(updated, deleted, failed, notDeleted);
        }
        return table("Updated Releases", UPDATED, updated)
                + table("Deleted Releases", DELETED, deleted)
                + table("Failed Releases", UPDATED, failed)
                + table("Failed to Delete Releases", DELETED, notDeleted);
    }

    /** As helmfile 0.x prints it: charts and versions of what was updated, only names of the rest. */
    private static String old(
            List<List<String>> updated,
            List<List<String>> deleted,
            List<List<String>> failed,
            List<List<String>> notDeleted) {
        List<List<String>> shortened = updated.stream()
                .map(row -> List.of(row.get(0), row.get(2), row.get(3)))
                .toList();
        List<List<String>> broken = new ArrayList<>(failed);
        broken.addAll(notDeleted);
        String charts = shortened.isEmpty()
                ? ""
                : "\nUPDATED RELEASES:\n"
                        + new SummaryTable("", List.of("NAME", "CHART", "VERSION"), shortened).body()
                        + "\n";
        return charts + names("DELETED RELEASES:", deleted) + names("FAILED RELEASES:", broken);
    }

    private static String names(String heading, List<List<String>> rows) {
        return rows.isEmpty()
                ? ""
                : rows.stream()
                        .map(row -> row.get(0) + "\n")
                        .collect(Collectors.joining("", "\n" + heading + "\nNAME\n", ""));
    }

    private String table(String title, List<String> columns, List<List<String>> rows) {
        return new SummaryTable(title, columns, rows).print(style.colour());
    }

    private static List<String> row(ReleaseRef release, String version, Duration duration) {
        return List.of(release.name(), release.namespace(), release.chart(), version, seconds(duration));
    }

    private static List<String> shortRow(ReleaseRef release, Duration duration) {
        return List.of(release.name(), release.namespace(), seconds(duration));
    }

    /** A duration as Go prints it, rounded to seconds: {@code 3s}, {@code 1m3s}. */
    private static String seconds(Duration duration) {
        long seconds = duration.plusMillis(500).toSeconds();
        String minutes = seconds >= 60 ? (seconds % 3600) / 60 + "m" : "";
        return (seconds >= 3600 ? seconds / 3600 + "h" : "") + minutes + seconds % 60 + "s";
    }
}
