package decs.core.prepare;

import decs.core.load.StateFile;
import decs.core.plan.ResolvedRelease;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a release's chart is, as far as its text says.
 *
 * @param local whether it is a path
 * @param shown the text for messages: a local path without detours
 * @param folder where a local path starts
 */
public record ChartPlace(boolean local, String shown, Path folder) {
    /** Mirrors: helmfile state.isLocalChart, normalizeChart. */
    public static ChartPlace of(ResolvedRelease release) {
        StateFile file = release.state().file();
        String chart = release.chart();
        boolean local = looksLocal(chart)
                || (!chart.contains("://") && Files.isDirectory(file.folder().resolve(chart)));
        if (!local || file.working().isEmpty()) {
            return new ChartPlace(local, local ? shown(chart) : chart, file.folder());
        }
        Path beside = file.folder().resolve(chart).normalize();
        return Files.exists(beside)
                ? new ChartPlace(true, beside.toString(), file.folder())
                : new ChartPlace(true, chart, file.working().get());
    }

    /** The local path; for a remote chart nothing of meaning. */
    public Path path() {
        return folder.resolve(shown).normalize();
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

    /** The path that helmfile makes of a release's chart before it looks at it, where that is not the chart's own text. */
    public static Optional<String> prepared(ResolvedRelease release) {
        ChartPlace place = of(release);
        boolean changed = release.enabled()
                && release.installed()
                && place.isFolder()
                && !ChartConversion.wanted(release, place)
                && !place.shown().equals(release.chart().replaceAll("(?<=.)/+$", ""));
        return changed ? Optional.of(place.shown()) : Optional.empty();
    }

    /** Whether there is a folder with a chart or something that can be made one. */
    public boolean isFolder() {
        return local && Files.isDirectory(path());
    }
}
