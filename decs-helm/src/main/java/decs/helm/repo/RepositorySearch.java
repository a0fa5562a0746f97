package decs.helm.repo;

import decs.template.semver.Constraint;
import decs.template.semver.SemverException;
import decs.template.semver.Version;
import decs.template.source.DecsException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * {@code helm search repo}: charts by their names, descriptions and keywords in the indexes that are kept. A chart whose
 * name has the word comes before one whose description has it.
 *
 * <p>Mirrors: search.Index
 */
public final class RepositorySearch {
    private static final char BETWEEN = '\u000b';
    private static final int WORST = 25;

    private final List<Line> lines = new ArrayList<>();

    private record Line(Found found, String text) {}

    /**
     * A chart that was found.
     *
     * @param name repository and chart
     */
    public record Found(String name, ChartVersion version, int score) {}

    /**
     * What is looked for.
     *
     * @param constraint which versions count; empty means releases, or with {@code devel} all
     * @param all whether every version is listed, not only the newest
     */
    public record Query(String text, boolean regexp, String constraint, boolean devel, boolean all) {}

    /** Adds the charts of one repository. */
    public void add(String repository, RepositoryIndex index) {
        for (String chart : index.charts()) {
            for (ChartVersion version : index.versions(chart)) {
                String name = repository + "/" + chart;
                String text = String.join(
                        String.valueOf(BETWEEN),
                        version.name(),
                        name,
                        version.metadata().description(),
                        String.join(" ", version.metadata().keywords()));
                lines.add(new Line(new Found(name, version, 0), text.toLowerCase(Locale.ROOT)));
            }
        }
    }

    /** What fits, the best first. */
    public List<Found> find(Query query) {
        ToIntFunction<String> place = query.regexp() ? byPattern(query.text()) : byWord(query.text());
        List<Found> found = new ArrayList<>();
        for (Line line : lines) {
            int at = place.applyAsInt(line.text());
            int score = at < 0 ? WORST : score(at, line.text());
            if (score < WORST) {
                found.add(new Found(line.found().name(), line.found().version(), score));
            }
        }
        found.sort(Comparator.comparingInt(Found::score)
                .thenComparing(Found::name)
                .thenComparing(Found::version, RepositoryIndex.newestFirst()));
        return constrained(found, query);
    }

    private static ToIntFunction<String> byWord(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return text -> text.indexOf(lower);
    }

    private static ToIntFunction<String> byPattern(String text) {
        try {
            Pattern pattern = Pattern.compile(text);
            return line -> {
                Matcher matcher = pattern.matcher(line);
                return matcher.find() ? matcher.start() : -1;
            };
        } catch (PatternSyntaxException bad) {
            throw new DecsException("error parsing regexp: " + bad.getDescription() + ": `" + text + "`", bad);
        }
    }

    /** In which field of the line the place is. */
    private static int score(int at, String line) {
        int field = 0;
        for (int i = line.indexOf(BETWEEN); i >= 0 && i < at; i = line.indexOf(BETWEEN, i + 1)) {
            field++;
        }
        return field;
    }

    private static List<Found> constrained(List<Found> found, Query query) {
        String text = !query.constraint().isEmpty() ? query.constraint() : query.devel() ? ">0.0.0-0" : ">0.0.0";
        Constraint constraint;
        try {
            constraint = Constraint.parse(text);
        } catch (SemverException bad) {
            throw new DecsException("an invalid version/constraint format: " + bad.getMessage(), bad);
        }
        List<Found> kept = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Found one : found) {
            Version version = one.version().version();
            if ((query.all() || !names.contains(one.name())) && constraint.check(version)) {
                kept.add(one);
                names.add(one.name());
            }
        }
        return kept;
    }
}
