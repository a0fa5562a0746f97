package decs.core.prepare;

import decs.core.plan.ResolvedRelease;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a release's chart is, as far as its text says.
 *
 * @param local whether it is a path relative to the state file's folder
 * @param shown the text for messages: a local path without detours
 * @param path the local path; for a remote chart nothing of meaning
 */
public record ChartPlace(boolean local, String shown, Path path) {
    /** Mirrors: helmfile state.isLocalChart, normalizeChart. */
    public static ChartPlace of(ResolvedRelease release) {
        String chart = release.chart();
        Path path = release.state().file().folder().resolve(chart).normalize();
        boolean local = looksLocal(chart) || (!chart.contains("://") && Files.isDirectory(path));
        return new ChartPlace(local, local ? shown(chart) : chart, path);
    }

    private static boolean looksLocal(String chart) {
        if (chart.contains("://")) {
            return false;
        }
        if (chart.startsWith("./") || chart.startsWith("../") || chart.startsWith("/") || !chart.contains("/")) {
            return true;
        }
        int elements = chart.split("/", -1).length;
        return elements != 2 && elements != 3;
    }

    private static String shown(String chart) {
        String normal = Path.of(chart).normalize().toString();
        return normal.isEmpty() ? "." : normal;
    }

    /** Whether there is a folder with a chart or something that can be made one. */
    public boolean isFolder() {
        return local && Files.isDirectory(path);
    }
}
