package decs.helm.repo;

import decs.template.semver.Constraint;
import decs.template.semver.Version;
import decs.template.source.DecsException;
import decs.template.source.Problem;
import decs.template.source.Source;
import decs.template.source.Suggestion;
import decs.template.yaml.Json;
import decs.template.yaml.Yaml;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A repository's index.yaml in a file. Opening it notes where each chart's versions lie; they are read, newest first, when
 * a chart is asked for, so that an index of any size costs no more than the charts that are wanted. Entries that are
 * broken are left out and reported, so that one bad entry never hides the others. Safe to call from many threads.
 */
public final class RepositoryIndex {
    private static final int SHOWN_VERSIONS = 5;
    private static final long MOST_WHOLE = 256L << 20;

    private final String name;
    private final String origin;
    private final Path file;
    private final Map<String, IndexScan.Slice> slices;
    private final Map<?, ?> entries;
    private final Consumer<String> warnings;
    private final Map<String, List<ChartVersion>> read = new ConcurrentHashMap<>();

    private RepositoryIndex(
            String name,
            String origin,
            Path file,
            Map<String, IndexScan.Slice> slices,
            Map<?, ?> entries,
            Consumer<String> warnings) {
        this.name = name;
        this.origin = origin;
        this.file = file;
        this.slices = slices;
        this.entries = entries;
        this.warnings = warnings;
    }

    /**
     * Opens an index.
     *
     * @param name of the repository; empty when it has none
     * @param origin names it in errors, without credentials
     * @param warnings takes what was left out, one line each
     */
    public static RepositoryIndex open(String name, String origin, Path file, Consumer<String> warnings) {
        try {
            if (Files.size(file) == 0) {
                throw new DecsException("empty index.yaml file");
            }
            Optional<IndexScan.Result> scan;
            try (InputStream in = Files.newInputStream(file)) {
                scan = IndexScan.of(in);
            }
            if (scan.isEmpty()) {
                return whole(name, origin, file, warnings);
            }
            checkHead(origin, Yaml.readStrict(Source.of(origin, scan.get().head())));
            return new RepositoryIndex(name, origin, file, scan.get().slices(), Map.of(), warnings);
        } catch (IOException unreadable) {
            throw new DecsException("open " + file + ": " + unreadable.getMessage(), unreadable);
        }
    }

    private static RepositoryIndex whole(String name, String origin, Path file, Consumer<String> warnings)
            throws IOException {
        if (Files.size(file) > Math.min(MOST_WHOLE, Runtime.getRuntime().maxMemory() / 6)) {
            throw new DecsException(
                    Problem.of(origin + " has " + Files.size(file) + " bytes and is not in the form that helm writes")
                            .withHint("write it again with \"decs helm repo index\", or give the process more memory"));
        }
        String text = Files.readString(file, StandardCharsets.UTF_8);
        Object tree = text.stripLeading().startsWith("{") ? Json.read(text) : Yaml.readStrict(Source.of(origin, text));
        Map<?, ?> map = checkHead(origin, tree);
        Map<?, ?> entries = map.get("entries") instanceof Map<?, ?> charts ? charts : Map.of();
        return new RepositoryIndex(name, origin, file, Map.of(), entries, warnings);
    }

    private static Map<?, ?> checkHead(String origin, Object tree) {
        if (tree == null) {
            throw new DecsException("no API version specified");
        }
        if (!(tree instanceof Map<?, ?> map)) {
            throw new DecsException(Problem.of(origin + " is no repository index: a mapping was expected")
                    .withHint("check the repository's URL: it must be the folder that holds index.yaml"));
        }
        if (!(map.get("apiVersion") instanceof String version) || version.isEmpty()) {
            throw new DecsException("no API version specified");
        }
        return map;
    }

    /** The names of all charts. */
    public Set<String> charts() {
        Set<String> names = new java.util.TreeSet<>(slices.keySet());
        entries.keySet().forEach(name -> names.add(String.valueOf(name)));
        return names;
    }

    /** The versions of {@code chart}, newest first; none when there is no such chart. */
    public List<ChartVersion> versions(String chart) {
        return read.computeIfAbsent(chart, name -> new IndexEntries(origin, warnings).versions(name, items(name)));
    }

    private Object items(String chart) {
        IndexScan.Slice slice = slices.get(chart);
        if (slice == null) {
            return entries.get(chart);
        }
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[Math.toIntExact(slice.to() - slice.from())];
            in.seek(slice.from());
            in.readFully(bytes);
            String text = new String(bytes, StandardCharsets.UTF_8);
            return Yaml.readStrict(Source.of(origin, text)) instanceof Map<?, ?> map
                    ? map.values().iterator().next()
                    : null;
        } catch (IOException unreadable) {
            throw new DecsException("open " + file + ": " + unreadable.getMessage(), unreadable);
        }
    }

    /**
     * The version of {@code chart} that {@code wanted} asks for: the one written exactly so, else the newest that
     * satisfies it as a constraint; the newest release when {@code wanted} is empty.
     *
     * @throws DecsException in Helm's words, with the nearest names or versions
     */
    public ChartVersion find(String chart, String wanted, boolean devel) {
        List<ChartVersion> versions = versions(chart);
        if (versions.isEmpty()) {
            throw noChart(chart, wanted);
        }
        for (ChartVersion version : versions) {
            if (version.version().original().equals(wanted)) {
                return version;
            }
        }
        String text = !wanted.isEmpty() ? wanted : devel ? ">0.0.0-0" : "*";
        Constraint constraint = constraint(chart, text);
        return versions.stream()
                .filter(version -> constraint.check(version.version()))
                .findFirst()
                .orElseThrow(() -> noVersion(chart, wanted, versions));
    }

    private DecsException noChart(String chart, String wanted) {
        Problem problem = Problem.of("no chart name found: " + chart + " is not in " + origin);
        Set<String> known = charts();
        String hint = Suggestion.nearest(chart, known)
                .map(near -> "did you mean " + near + "?")
                .orElse("the repository has " + known.size() + " charts");
        String text = name.isEmpty()
                ? "chart \"" + chart + "\" not found in " + origin + " repository"
                : "chart \"" + chart + "\" matching " + wanted + " not found in " + name
                        + " index. (try 'helm repo update'): no chart name found";
        return new DecsException(text, List.of(problem.withHint(hint)), null);
    }

    private Constraint constraint(String chart, String text) {
        try {
            return Constraint.parse(text);
        } catch (DecsException improper) {
            throw new DecsException(missing(chart, text) + (name.isEmpty() ? "" : improper.getMessage()), improper);
        }
    }

    /** Helm's words for a version that there is not, in a named repository up to the reason. */
    private String missing(String chart, String wanted) {
        return name.isEmpty()
                ? "chart \"" + chart + "\" version \"" + wanted + "\" not found in " + origin + " repository"
                : "chart \"" + chart + "\" matching " + wanted + " not found in " + name
                        + " index. (try 'helm repo update'): ";
    }

    private DecsException noVersion(String chart, String wanted, List<ChartVersion> versions) {
        List<String> known = versions.stream().map(v -> v.version().original()).toList();
        String near = known.stream().limit(SHOWN_VERSIONS).collect(Collectors.joining(", "));
        String text =
                missing(chart, wanted) + (name.isEmpty() ? "" : "no chart version found for " + chart + "-" + wanted);
        String hint = "the newest of its " + versions.size() + " versions: " + near
                + Suggestion.nearest(wanted, known)
                        .filter(version -> !near.contains(version))
                        .map(version -> "; the nearest: " + version)
                        .orElse("");
        return new DecsException(text, List.of(Problem.of(text).withHint(hint)), null);
    }

    /** Every version of every chart, as the merge of two indexes needs them. */
    Map<String, List<ChartVersion>> all() {
        Map<String, List<ChartVersion>> all = new LinkedHashMap<>();
        charts().forEach(chart -> all.put(chart, versions(chart)));
        return all;
    }

    static Comparator<ChartVersion> newestFirst() {
        return Comparator.comparing(ChartVersion::version, Comparator.<Version>reverseOrder());
    }
}
