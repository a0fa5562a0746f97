package decs.core.transcript;

import decs.core.request.DiffReport;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** helmfile's list of the releases that a run changes. */
final class AffectedList {
    private static final String HEADING = "Affected releases are:\n";

    private AffectedList() {}

    /** With what happens to each, in the order of their names. */
    static String of(List<DiffReport.Entry> entries) {
        return entries.stream()
                .sorted(Comparator.comparing(entry -> entry.release().name()))
                .map(entry -> line(entry) + " " + entry.change() + "\n")
                .collect(Collectors.joining("", HEADING, ""));
    }

    /** Names and charts, in the order given. */
    static String withoutChange(List<DiffReport.Entry> entries) {
        return entries.stream().map(entry -> line(entry) + "\n").collect(Collectors.joining("", HEADING, ""));
    }

    private static String line(DiffReport.Entry entry) {
        return "  " + entry.release().name() + " (" + entry.release().chart() + ")";
    }
}
