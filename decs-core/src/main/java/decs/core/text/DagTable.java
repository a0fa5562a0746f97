package decs.core.text;

import decs.core.plan.Plan;
import decs.core.plan.ResolvedRelease;
import decs.core.plan.Wave;
import java.util.ArrayList;
import java.util.List;

/** A plan's waves as {@code helmfile show-dag} prints them. */
public final class DagTable {
    private static final List<String> COLUMNS = List.of("GROUP", "RELEASE", "DEPENDENCIES");

    private DagTable() {}

    public static String of(Plan plan) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(COLUMNS);
        int group = 1;
        for (Wave wave : plan.waves()) {
            for (ResolvedRelease release : wave.releases()) {
                lines.add(List.of(Integer.toString(group), release.id(), String.join(", ", release.needs())));
            }
            group++;
        }
        int first = lines.stream().mapToInt(line -> line.get(0).length()).max().orElse(0);
        int second = lines.stream().mapToInt(line -> line.get(1).length()).max().orElse(0);
        StringBuilder out = new StringBuilder();
        for (List<String> line : lines) {
            String text = pad(line.get(0), first) + " " + pad(line.get(1), second) + " " + line.get(2);
            out.append(text.stripTrailing()).append('\n');
        }
        return out.toString();
    }

    private static String pad(String cell, int width) {
        return cell + " ".repeat(width - cell.length());
    }
}
