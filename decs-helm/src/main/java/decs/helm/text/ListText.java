package decs.helm.text;

import decs.helm.release.Release;
import decs.template.gofmt.GoTime;
import decs.template.gofmt.GoZone;
import decs.template.yaml.Json;
import decs.template.yaml.Yaml;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code list} and {@code history} print. */
public final class ListText {
    private ListText() {}

    /**
     * How {@code list} prints.
     *
     * @param timeLayout a layout of Go's for times; empty for Go's default
     * @param headers whether the table has a first row of names
     */
    public record Form(String timeLayout, boolean headers) {
        /** As without any option. */
        public static final Form PLAIN = new Form("", true);

        private String time(Release release) {
            Optional<OffsetDateTime> time = release.state().lastDeployed();
            if (timeLayout.isEmpty() || time.isEmpty()) {
                return Times.go(time);
            }
            int offset = time.get().getOffset().getTotalSeconds();
            return GoTime.of(time.get().toInstant(), offset == 0 ? GoZone.UTC : GoZone.fixed("", offset))
                    .format(timeLayout);
        }
    }

    /** The table of {@code list}. */
    public static String list(List<Release> releases, Form form) {
        Table table = new Table();
        if (form.headers()) {
            table.row("NAME", "NAMESPACE", "REVISION", "UPDATED", "STATUS", "CHART", "APP VERSION");
        }
        for (Release release : releases) {
            table.row(
                    release.name(),
                    release.namespace(),
                    Integer.toString(release.revision()),
                    form.time(release),
                    release.status().text(),
                    release.chart().nameAndVersion(),
                    release.chart().metadata().appVersion());
        }
        return table.text();
    }

    public static String listAsJson(List<Release> releases, Form form) {
        return json(listTrees(releases, form)) + "\n";
    }

    public static String listAsYaml(List<Release> releases, Form form) {
        return Yaml.write(listTrees(releases, form));
    }

    private static List<Map<String, Object>> listTrees(List<Release> releases, Form form) {
        List<Map<String, Object>> trees = new ArrayList<>();
        for (Release release : releases) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("name", release.name());
            tree.put("namespace", release.namespace());
            tree.put("revision", Integer.toString(release.revision()));
            tree.put("updated", form.time(release));
            tree.put("status", release.status().text());
            tree.put("chart", release.chart().nameAndVersion());
            tree.put("app_version", release.chart().metadata().appVersion());
            trees.add(tree);
        }
        return trees;
    }

    /** The table of {@code history}; {@code rollbacks} adds which revision a rollback copied. */
    public static String history(List<Release> revisions, boolean rollbacks) {
        Table table = new Table();
        List<String> names = new ArrayList<>(List.of("REVISION", "UPDATED", "STATUS", "CHART", "APP VERSION"));
        if (rollbacks) {
            names.add("ROLLBACK");
        }
        names.add("DESCRIPTION");
        table.row(names);
        for (Release release : revisions) {
            List<String> cells = new ArrayList<>(List.of(
                    Integer.toString(release.revision()),
                    Times.ansi(release.state().lastDeployed()),
                    release.status().text(),
                    release.chart().nameAndVersion(),
                    release.chart().metadata().appVersion()));
            if (rollbacks) {
                int copied = release.state().rollbackRevision();
                cells.add(copied == 0 ? "" : Integer.toString(copied));
            }
            cells.add(release.state().description());
            table.row(cells);
        }
        return table.text();
    }

    public static String historyAsJson(List<Release> revisions) {
        return json(historyTrees(revisions)) + "\n";
    }

    public static String historyAsYaml(List<Release> revisions) {
        return Yaml.write(historyTrees(revisions));
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
            if (release.state().rollbackRevision() != 0) {
                tree.put("rollback_revision", release.state().rollbackRevision());
            }
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
