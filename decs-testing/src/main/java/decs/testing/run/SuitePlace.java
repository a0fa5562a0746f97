package decs.testing.run;

import decs.helm.chart.Chart;
import decs.template.value.ValueMap;
import decs.testing.suite.Suite;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a suite stands: in a chart, or in one of its subcharts.
 *
 * @param root the whole chart
 * @param names of the subcharts that lead to the suite's own, none for the root's
 * @param file the suite's file
 * @param shown how the file is called
 */
record SuitePlace(Chart root, List<String> names, Path file, String shown) {
    SuitePlace {
        names = List.copyOf(names);
    }

    /** The file of a suite's snapshots. */
    Path snapshots(Suite suite) {
        String id = suite.snapshotId().isEmpty() ? "" : "_" + suite.snapshotId();
        return file.resolveSibling("__snapshot__").resolve(file.getFileName() + id + ".snap");
    }

    /** The path in front of the names of templates. */
    String route() {
        StringBuilder route = new StringBuilder(root.name());
        names.forEach(name -> route.append("/charts/").append(name));
        return route.toString();
    }

    /** Values of the suite's chart as values of the root; what is global is so for all on the way. */
    ValueMap scoped(ValueMap values) {
        ValueMap scoped = values;
        for (int i = names.size() - 1; i >= 0; i--) {
            ValueMap outer = new ValueMap();
            if (scoped.get("global") != null) {
                outer.put("global", scoped.get("global"));
            }
            outer.put(names.get(i), scoped);
            scoped = outer;
        }
        return scoped;
    }
}
