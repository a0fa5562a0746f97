package decs.helm.archive;

import decs.helm.chart.ChartException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a file inside an archive: what is inside the chart's own folder is kept, what points out of it is refused.
 *
 * <p>Mirrors: loader.LoadArchiveFiles, and refuses more
 */
final class EntryName {
    private static final Pattern DRIVE = Pattern.compile("^[a-zA-Z]:/.*", Pattern.DOTALL);

    private EntryName() {}

    /** The path below the chart's folder, with {@code /} separators and without {@code .} parts. */
    static String inChart(String name) {
        if (name.indexOf('\0') >= 0) {
            throw new ChartException("chart contains illegally named files");
        }
        String path = name.indexOf('\\') >= 0 ? name.replace('\\', '/') : name;
        if (path.startsWith("/")) {
            throw new ChartException("chart illegally contains absolute paths");
        }
        int slash = path.indexOf('/');
        String rest = slash < 0 ? "" : path.substring(slash + 1);
        if (rest.startsWith("/")) {
            throw new ChartException("chart illegally contains absolute paths");
        }
        if (hasParent(path)) {
            throw new ChartException("chart illegally references parent directory");
        }
        String clean = clean(rest);
        if (clean.isEmpty()) {
            throw new ChartException("chart illegally contains content outside the base directory: \"" + name + "\"");
        }
        if (DRIVE.matcher(clean).matches()) {
            throw new ChartException("chart contains illegally named files");
        }
        if (path.startsWith("Chart.yaml/")) {
            throw new ChartException("chart yaml not in base directory");
        }
        return clean;
    }

    /** Notes {@code path}, and refuses it when the archive had it before, in whatever case. */
    static void once(String path, Set<String> seen) {
        if (!seen.add(path.toLowerCase(Locale.ROOT))) {
            throw ChartException.because(
                    "chart contains illegally named files",
                    "the archive holds " + path + " twice (upper and lower case are the same on many systems)");
        }
    }

    private static boolean hasParent(String path) {
        return path.contains("..")
                && (path.equals("..") || path.startsWith("../") || path.endsWith("/..") || path.contains("/../"));
    }

    private static String clean(String path) {
        if (!path.contains("//") && !path.contains("./") && !path.endsWith(".") && !path.endsWith("/")) {
            return path;
        }
        StringBuilder clean = new StringBuilder();
        for (String part : path.split("/")) {
            if (!part.isEmpty() && !part.equals(".")) {
                clean.append(clean.isEmpty() ? "" : "/").append(part);
            }
        }
        return clean.toString();
    }
}
