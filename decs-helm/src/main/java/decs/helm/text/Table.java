package decs.helm.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A table as Helm prints it: cells padded to the width of their column, with tabs between. A cell of several lines that
 * is longer than the longest line of its column is cut. Mirrors: uitable, strutil.Resize.
 */
public final class Table {
    private static final String CUT = "...";

    private final List<List<String>> rows = new ArrayList<>();

    public Table row(String... cells) {
        return row(List.of(cells));
    }

    public Table row(List<String> cells) {
        rows.add(List.copyOf(cells));
        return this;
    }

    /** The same with cells cut to {@code most} characters, an ellipsis at their end. */
    public String text(int most) {
        Table cut = new Table();
        rows.forEach(row -> cut.row(row.stream().map(cell -> cut(cell, most)).toArray(String[]::new)));
        return cut.text();
    }

    private static String cut(String cell, int most) {
        return most <= CUT.length() || length(cell) <= most
                ? cell
                : cell.substring(0, cell.offsetByCodePoints(0, most - CUT.length())) + CUT;
    }

    public String text() {
        StringBuilder out = new StringBuilder();
        for (List<String> row : rows) {
            List<List<String>> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                cells.add(List.of(sized(row.get(i), width(i)).split("\n", -1)));
            }
            int lines = cells.stream().mapToInt(List::size).max().orElse(0);
            for (int line = 0; line < lines; line++) {
                line(out, cells, line);
            }
        }
        return out.toString();
    }

    /** One line of a row whose cells may have several. */
    private void line(StringBuilder out, List<List<String>> cells, int line) {
        for (int i = 0; i < cells.size(); i++) {
            List<String> lines = cells.get(i);
            String text = line < lines.size() ? lines.get(line) : " ";
            out.append(i == 0 ? "" : "\t").append(sized(text, width(i)));
        }
        out.append('\n');
    }

    private int width(int column) {
        return rows.stream()
                .flatMap(row -> row.get(column).lines())
                .mapToInt(Table::length)
                .max()
                .orElse(0);
    }

    private static String sized(String cell, int width) {
        int length = length(cell);
        if (length <= width) {
            return cell + " ".repeat(width - length);
        }
        StringBuilder kept = new StringBuilder();
        int taken = 0;
        for (int point : cell.codePoints().toArray()) {
            kept.appendCodePoint(point);
            taken += columns(point);
            if (taken >= width - CUT.length()) {
                break;
            }
        }
        return kept.append(CUT).toString();
    }

    private static int length(String cell) {
        return cell.codePoints().map(Table::columns).sum();
    }

    /** How many columns of a terminal a character takes. */
    private static int columns(int point) {
        if (point < ' ' || (point >= 0x7f && point < 0xa0) || Character.getType(point) == Character.NON_SPACING_MARK) {
            return 0;
        }
        return isWide(point) ? 2 : 1;
    }

    private static boolean isWide(int point) {
        return (point >= 0x1100 && point <= 0x115f)
                || (point >= 0x2e80 && point <= 0xa4cf)
                || (point >= 0xac00 && point <= 0xd7a3)
                || (point >= 0xf900 && point <= 0xfaff)
                || (point >= 0xfe30 && point <= 0xfe6f)
                || (point >= 0xff00 && point <= 0xff60)
                || (point >= 0x1f300 && point <= 0x1faff)
                || (point >= 0x20000 && point <= 0x3fffd);
    }
}
