package decs.helm.text;

import java.util.ArrayList;
import java.util.List;

/** A table as Helm prints it: cells padded to the width of their column, with tabs between. */
public final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    public Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /** The same with cells cut to {@code most} characters, an ellipsis at their end. */
    public String text(int most) {
        Table cut = new Table();
        rows.forEach(row -> cut.row(row.stream().map(cell -> cut(cell, most)).toArray(String[]::new)));
        return cut.text();
    }

    private static String cut(String cell, int most) {
        return most <= 3 || length(cell) <= most
                ? cell
                : cell.substring(0, cell.offsetByCodePoints(0, most - 3)) + "...";
    }

    public String text() {
        StringBuilder out = new StringBuilder();
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                String cell = row.get(i);
                out.append(i == 0 ? "" : "\t").append(cell);
                out.append(" ".repeat(width(i) - length(cell)));
            }
            out.append('\n');
        }
        return out.toString();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
