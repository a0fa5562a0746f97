package decs.helm.action;

import decs.helm.chart.Chart;
import decs.helm.render.CrdFile;
import java.util.ArrayList;
import java.util.List;

/** The files below {@code crds/} of a chart and its subcharts, the chart's own first. */
final class Crds {
    private Crds() {}

    static List<CrdFile> of(Chart chart) {
        List<CrdFile> files = new ArrayList<>();
        collect(chart, chart.name(), files);
        return files;
    }

    private static void collect(Chart chart, String path, List<CrdFile> files) {
        chart.files().stream()
                .filter(file -> file.name().startsWith("crds/") && isManifest(file.name()))
                .forEach(file -> files.add(new CrdFile(path + "/" + file.name(), file.text())));
        chart.subcharts().forEach(sub -> collect(sub, path + "/charts/" + sub.name(), files));
    }

    private static boolean isManifest(String name) {
        return name.endsWith(".yaml") || name.endsWith(".yml") || name.endsWith(".json");
    }
}
