package decs.helm.action;

import decs.helm.archive.PathPattern;
import decs.helm.chart.ChartException;
import decs.helm.chart.HelmVersion;
import decs.helm.render.ManifestText;
import decs.template.source.DecsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** {@code --show-only}: the documents of a printed text whose templates match a pattern, in the order of the patterns. */
final class ShowOnly {
    private static final String SOURCE = "# Source: ";

    private ShowOnly() {}

    static String select(String text, List<String> patterns, HelmVersion version) {
        List<String> documents = ManifestText.split(text, version);
        StringBuilder out = new StringBuilder();
        for (String pattern : patterns) {
            List<String> found = matching(documents, pattern.replace('\\', '/'));
            if (found.isEmpty()) {
                throw missing(pattern, documents);
            }
            found.forEach(document -> out.append("---\n").append(document).append('\n'));
        }
        return out.toString();
    }

    private static List<String> matching(List<String> documents, String pattern) {
        List<String> found = new ArrayList<>();
        try {
            PathPattern paths = PathPattern.of(pattern);
            for (String document : documents) {
                if (path(document).filter(paths::matches).isPresent()) {
                    found.add(document);
                }
            }
        } catch (ChartException noPattern) {
            return List.of();
        }
        return found;
    }

    /** The path of the template that a document names, relative to the chart. */
    private static Optional<String> path(String document) {
        int source = document.indexOf(SOURCE);
        if (source < 0) {
            return Optional.empty();
        }
        int end = document.indexOf('\n', source);
        String path = document.substring(source + SOURCE.length(), end < 0 ? document.length() : end);
        int slash = path.indexOf('/');
        return slash < 0 ? Optional.empty() : Optional.of(path.substring(slash + 1));
    }

    private static DecsException missing(String pattern, List<String> documents) {
        TreeSet<String> there = new TreeSet<>();
        documents.forEach(document -> path(document).ifPresent(there::add));
        String message = "could not find template " + pattern + " in chart";
        return ChartException.because(
                message,
                message + (there.isEmpty() ? ": nothing was rendered" : ": there are " + String.join(", ", there)));
    }
}
