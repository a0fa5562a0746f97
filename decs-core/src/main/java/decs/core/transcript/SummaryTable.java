package decs.core.transcript;

import java.util.ArrayList;
import java.util.List;

/**
 * One group of a summary: a heading centred over a table whose columns stand three blanks apart; the last column is
 * aligned to the right.
 */
public record SummaryTable(String title, List<String> columns, List<List<String>> rows) {
    private static final String GAP = "   ";
    private static final int OF_WIDER_TITLE = 10;

    public SummaryTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** The table with an empty line before and after it; nothing when there are no rows. */
    public String print(boolean colour) {
        if (rows.isEmpty()) {
            return "";
        }
        int[] widths = widths();
        int total = GAP.length() * (widths.length - 1);
        for (int width : widths) {
            total += width;
        }
        String heading = heading(total);
        StringBuilder out = new StringBuilder("\n");
        out.append(colour ? "\u001b[1m\u001b[34m" + heading + "\u001b[0m" : heading)
                .append('\n');
        return out.append(body()).append('\n').toString();
    }

    /** The lines of the table alone. */
    String body() {
        int[] widths = widths();
        StringBuilder out = new StringBuilder();
        line(columns, widths, out);
        rows.forEach(row -> line(row, widths, out));
        return out.toString();
    }

    private int[] widths() {
        int[] widths = new int[columns.size()];
        List<List<String>> all = new ArrayList<>(rows);
        all.add(columns);
        for (List<String> row : all) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(
                        widths[i], row.get(i).codePointCount(0, row.get(i).length()));
            }
        }
        return widths;
    }

    private String heading(int width) {
        String words = " " + title + " ";
        int rest = width - words.length();
        int left = rest > 0 ? rest / 2 : OF_WIDER_TITLE;
        int right = rest > 0 ? rest - left : OF_WIDER_TITLE;
        return "=".repeat(left) + words + "=".repeat(right);
    }

    private static void line(List<String> cells, int[] widths, StringBuilder out) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = cells.get(i);
            String padding = " ".repeat(widths[i] - cell.codePointCount(0, cell.length()));
            boolean last = i == widths.length - 1;
            line.append(last ? padding : "").append(cell).append(last ? "" : padding + GAP);
        }
        out.append(line).append('\n');
    }
}
