package decs.helm.text;

import decs.helm.release.Release;
import decs.template.yaml.Json;
import decs.template.yaml.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code list} and {@code history} print. */
public final class ListText {
    private ListText() {}

    /** The table of {@code list}. */
    public static String list(List<Release> releases) {
        Table table = new Table().row("NAME", "NAMESPACE", "REVISION", "UPDATED", "STATUS", "CHART", "APP VERSION");
        for (Release release : releases) {
            table.row(
                    release.name(),
                    release.namespace(),
                    Integer.toString(release.revision()),
                    Times.go(release.state().lastDeployed()),
                    release.status().text(),
                    release.chart().nameAndVersion(),
                    release.chart().metadata().appVersion());
        }
        return table.text();
    }

    public static String listAsJson(List<Release> releases) {
        return json(listTrees(releases)) + "\n";
    }

    public static String listAsYaml(List<Release> releases) {
        return Yaml.write(listTrees(releases)) + "\n";
    }

    private static List<Map<String, Object>> listTrees(List<Release> releases) {
        List<Map<String, Object>> trees = new ArrayList<>();
        for (Release release : releases) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("name", release.name());
            tree.put("namespace", release.namespace());
            tree.put("revision", Integer.toString(release.revision()));
            tree.put("updated", Times.go(release.state().lastDeployed()));
            tree.put("status", release.status().text());
            tree.put("chart", release.chart().nameAndVersion());
            tree.put("app_version", release.chart().metadata().appVersion());
            trees.add(tree);
        }
        return trees;
    }

    /** The table of {@code history}. */
    public static String history(List<Release> revisions) {
        Table table = new Table().row("REVISION", "UPDATED", "STATUS", "CHART", "APP VERSION", "DESCRIPTION");
        for (Release release : revisions) {
            table.row(
                    Integer.toString(release.revision()),
                    Times.ansi(release.state().lastDeployed()),
                    release.status().text(),
                    release.chart().nameAndVersion(),
                    release.chart().metadata().appVersion(),
                    release.state().description());
        }
        return table.text();
    }

    public static String historyAsJson(List<Release> revisions) {
        return json(historyTrees(revisions)) + "\n\n";
    }

    public static String historyAsYaml(List<Release> revisions) {
        return Yaml.write(historyTrees(revisions)) + "\n";
    }

    private static List<Map<String, Object>> historyTrees(List<Release> revisions) {
        List<Map<String, Object>> trees = new ArrayList<>();
        for (Release release : revisions) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("revision", release.revision());
            tree.put("updated", Times.rfc3339(release.state().lastDeployed(), true));
            tree.put("status", release.status().text());
            tree.put("chart", release.chart().nameAndVersion());
            tree.put("app_version", release.chart().metadata().appVersion());
            tree.put("description", release.state().description());
            trees.add(tree);
        }
        return trees;
    }

    /** Rows with their fields in the order of Go's struct. */
    private static String json(List<Map<String, Object>> rows) {
        List<String> objects = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            List<String> fields = new ArrayList<>();
            row.forEach((key, value) -> fields.add(Json.write(key) + ":" + Json.write(value)));
            objects.add("{" + String.join(",", fields) + "}");
        }
        return "[" + String.join(",", objects) + "]";
    }
}
