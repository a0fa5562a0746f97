package decs.helm.text;

import decs.helm.kube.KubeObject;
import decs.helm.kube.ObjectTable;
import decs.template.yaml.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The live objects of a release as {@code status} shows them. */
public final class ResourceText {
    private static final int NARROWEST = 6;
    private static final int BETWEEN = 3;

    private ResourceText() {}

    /** The tables under their kinds; empty when there is no object. */
    public static String tables(Map<String, List<ObjectTable>> byKind) {
        if (byKind.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder("RESOURCES:\n");
        new TreeMap<>(byKind).forEach((kind, tables) -> {
            out.append("==> ").append(kind).append('\n');
            List<List<String>> rows = new ArrayList<>();
            rows.add(tables.get(0).columns().stream()
                    .map(name -> name.toUpperCase(Locale.ROOT))
                    .toList());
            tables.forEach(table -> rows.addAll(table.rows()));
            rows.forEach(row -> line(out, row, rows));
            out.append('\n');
        });
        return out.append('\n').toString();
    }

    /** Mirrors: text/tabwriter as kubectl sets it: no column narrower than 6, three blanks between, none at the end. */
    private static void line(StringBuilder out, List<String> row, List<List<String>> rows) {
        for (int i = 0; i < row.size(); i++) {
            String cell = row.get(i);
            out.append(cell);
            if (i < row.size() - 1) {
                int column = i;
                int widest = rows.stream()
                        .mapToInt(other ->
                                column < other.size() ? other.get(column).length() : 0)
                        .max()
                        .orElse(0);
                out.append(" ".repeat(Math.max(widest + BETWEEN, NARROWEST) - cell.length()));
            }
        }
        out.append('\n');
    }

    /** The objects as the JSON of {@code info.resources}. */
    public static String json(Map<String, List<KubeObject>> byKind) {
        Map<String, Object> tree = new TreeMap<>();
        byKind.forEach((kind, objects) ->
                tree.put(kind, objects.stream().map(KubeObject::content).toList()));
        return Json.write(tree);
    }
}
