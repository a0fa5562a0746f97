package decs.core.run;

import decs.core.plan.ResolvedRelease;
import decs.core.request.DiffOptions;
import decs.core.request.HelmFlags;
import decs.core.request.RunOptions;
import decs.helm.action.ReleaseOptions;
import decs.helm.action.Switch;
import decs.helm.values.ValuesOptions;
import decs.template.gofmt.GoDuration;
import decs.template.language.FunctionException;
import decs.template.source.DecsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Helm's own flags, as {@code --args} and {@code helmDefaults.args} carry them: words that blanks separate, a flag with
 * the word behind it as its value where it takes one. What they say counts for the engine as it would for helm; a flag
 * that Helm does not know is refused.
 */
final class HelmArguments {
    private static final Map<String, Switch> SWITCHES = Map.of(
            "--wait-for-jobs", Switch.WAIT_FOR_JOBS,
            "--atomic", Switch.ROLLBACK_ON_FAILURE,
            "--rollback-on-failure", Switch.ROLLBACK_ON_FAILURE,
            "--cleanup-on-fail", Switch.CLEANUP_ON_FAIL,
            "--force", Switch.FORCE_REPLACE,
            "--skip-crds", Switch.SKIP_CRDS,
            "--take-ownership", Switch.TAKE_OWNERSHIP,
            "--skip-schema-validation", Switch.SKIP_SCHEMA_VALIDATION,
            "--disable-openapi-validation", Switch.NO_OPENAPI_VALIDATION,
            "--enable-dns", Switch.ENABLE_DNS);

    record Flag(String name, String value) {}

    private final HelmVerb verb;
    private final List<String> own;
    private final List<String> all;

    private HelmArguments(HelmVerb verb, List<String> own, List<String> all) {
        this.verb = verb;
        this.own = List.copyOf(own);
        this.all = List.copyOf(all);
    }

    /** The flags for a verb: those of its kind, then those of every call, given or of the release's state file. */
    static HelmArguments of(HelmVerb verb, RunOptions options, ResolvedRelease release) {
        HelmFlags given = options.flags();
        List<String> own = new ArrayList<>();
        switch (verb) {
            case TEMPLATE -> own.addAll(orDefault(given.template(), "templateArgs", release));
            case SYNC -> own.addAll(orDefault(given.sync(), "syncArgs", release));
            case DIFF -> {
                own.addAll(orDefault(given.diff(), "diffArgs", release));
                own.addAll(orDefault(given.template(), "templateArgs", release));
            }
            case LINT, LIST, STATUS, TEST, UNITTEST -> {}
        }
        List<String> all = new ArrayList<>(given.all());
        all.addAll(orDefault(List.of(), "args", release));
        return new HelmArguments(verb, own, all);
    }

    /** The words for this kind of call. */
    List<String> own() {
        return own;
    }

    /** The words for every call. */
    List<String> all() {
        return all;
    }

    /**
     * The flags that the words are.
     *
     * @throws DecsException where the verb does not know one
     */
    List<Flag> flags() {
        List<String> words = sum(own, all);
        List<Flag> flags = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("-")) {
                continue;
            }
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            boolean valued = verb.takesValue(name)
                    .orElseThrow(() -> new DecsException(
                            (name.startsWith("--") ? "unknown flag: " : "unknown shorthand flag: ") + name));
            if (equals > 0) {
                flags.add(new Flag(name, word.substring(equals + 1)));
            } else if (valued && i + 1 < words.size() && !words.get(i + 1).startsWith("-")) {
                flags.add(new Flag(name, words.get(++i)));
            } else {
                flags.add(new Flag(name, ""));
            }
        }
        return flags;
    }

    private static List<String> orDefault(List<String> given, String field, ResolvedRelease release) {
        return given.isEmpty()
                ? release.defaults().texts(field).stream()
                        .flatMap(text -> Stream.of(text.strip().split(" +")))
                        .toList()
                : given;
    }

    /** Whether a switch is on. */
    boolean has(String name) {
        return flags().stream()
                .anyMatch(flag -> flag.name().equals(name) && !flag.value().equals("false"));
    }

    /** The value of a flag that has these names, the last one given. */
    Optional<String> last(String... names) {
        List<String> values = all(names);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }

    /** The values of a flag that has these names, in order. */
    List<String> all(String... names) {
        return flags().stream()
                .filter(flag -> List.of(names).contains(flag.name()))
                .map(Flag::value)
                .toList();
    }

    /**
     * How a release is compared: as {@code options} say, with what the release, its defaults and helm-diff's own flags
     * add to that.
     */
    static DiffOptions comparison(ResolvedRelease release, RunOptions run, DiffOptions options) {
        List<String> lines = release.fields().texts("suppressOutputLineRegex");
        if (lines.isEmpty() && options.style().suppressedLines().isEmpty()) {
            lines = release.defaults().texts("suppressOutputLineRegex");
        }
        return new HelmDiffArguments(of(HelmVerb.DIFF, run, release).flags()).over(options, lines);
    }

    /** The values with those that the flags add. */
    ValuesOptions values(ValuesOptions options) {
        List<String> files = new ArrayList<>(options.files());
        all("--values", "-f").forEach(list -> files.addAll(List.of(list.split(","))));
        return new ValuesOptions(
                files,
                sum(options.json(), all("--set-json")),
                sum(options.set(), all("--set")),
                sum(options.texts(), all("--set-string")),
                sum(options.fileTexts(), all("--set-file")),
                sum(options.literals(), all("--set-literal")));
    }

    private static List<String> sum(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /** The labels of the record with those that the flags add. */
    Map<String, String> labels(Map<String, String> labels) {
        Map<String, String> sum = new TreeMap<>(labels);
        for (String list : all("--labels", "-l")) {
            for (String label : list.split(",")) {
                int equals = label.indexOf('=');
                if (equals > 0) {
                    sum.put(label.substring(0, equals), label.substring(equals + 1));
                }
            }
        }
        return sum;
    }

    /** The options with what the flags change. */
    ReleaseOptions options(ReleaseOptions options) {
        ReleaseOptions result = options;
        for (Flag flag : flags()) {
            if (SWITCHES.containsKey(flag.name()) && !flag.value().equals("false")) {
                result = result.with(SWITCHES.get(flag.name()));
            } else if (flag.name().equals("--description")) {
                result = result.withDescription(flag.value());
            } else if (flag.name().equals("--timeout")) {
                result = result.withTimeout(duration(flag.value()));
            } else if (flag.name().equals("--history-max")) {
                result = result.withHistoryMax(integer(flag));
            }
        }
        return result;
    }

    static int integer(Flag flag) {
        try {
            return Integer.parseInt(flag.value());
        } catch (NumberFormatException bad) {
            throw new DecsException(
                    "invalid argument \"" + flag.value() + "\" for \"" + flag.name()
                            + "\" flag: strconv.ParseInt: parsing \"" + flag.value() + "\": invalid syntax",
                    bad);
        }
    }

    private static Duration duration(String text) {
        try {
            return Duration.ofNanos(GoDuration.parse(text).nanos());
        } catch (FunctionException bad) {
            throw new DecsException(
                    "invalid argument \"" + text + "\" for \"--timeout\" flag: " + bad.getMessage(), bad);
        }
    }
}
