package decs.core.run;

import decs.core.plan.ResolvedRelease;
import decs.core.prepare.ValuesOptions;
import decs.core.request.DiffOptions;
import decs.helm.action.ReleaseOptions;
import decs.helm.action.Switch;
import decs.template.source.DecsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Helm's own flags, as {@code --args} and {@code helmDefaults.args} carry them: words that blanks separate, a flag with
 * the word behind it as its value. What they say counts for the engine as it would for helm.
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

    private final List<Flag> flags = new ArrayList<>();

    private HelmArguments(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("-")) {
                continue;
            }
            int equals = word.indexOf('=');
            if (equals > 0) {
                flags.add(new Flag(word.substring(0, equals), word.substring(equals + 1)));
            } else if (i + 1 < words.size() && !words.get(i + 1).startsWith("-")) {
                flags.add(new Flag(word, words.get(++i)));
            } else {
                flags.add(new Flag(word, ""));
            }
        }
    }

    /** The flags given, then those of the release's state file. */
    static HelmArguments of(List<String> given, ResolvedRelease release) {
        List<String> words = new ArrayList<>(given);
        release.defaults()
                .texts("args")
                .forEach(text -> words.addAll(List.of(text.strip().split(" +"))));
        return new HelmArguments(words);
    }

    /**
     * How a release is compared: as {@code options} say, with what the release, its defaults and helm-diff's own flags
     * add to that.
     */
    static DiffOptions comparison(ResolvedRelease release, DiffOptions options) {
        List<String> words = options.arguments().isEmpty()
                ? release.defaults().texts("diffArgs").stream()
                        .flatMap(text -> Stream.of(text.strip().split(" +")))
                        .toList()
                : options.arguments();
        List<String> lines = release.fields().texts("suppressOutputLineRegex");
        if (lines.isEmpty() && options.style().suppressedLines().isEmpty()) {
            lines = release.defaults().texts("suppressOutputLineRegex");
        }
        return new HelmDiffArguments(new HelmArguments(words).flags).over(options, lines);
    }

    /** The values with those that the flags add. */
    ValuesOptions values(ValuesOptions options) {
        List<String> files = new ArrayList<>(options.files());
        List<String> set = new ArrayList<>(options.set());
        for (Flag flag : flags) {
            switch (flag.name()) {
                case "--values", "-f" -> files.addAll(List.of(flag.value().split(",")));
                case "--set" -> set.add(flag.value());
                default -> {}
            }
        }
        return new ValuesOptions(files, set);
    }

    /** The options with what the flags change. */
    ReleaseOptions options(ReleaseOptions options) {
        ReleaseOptions result = options;
        for (Flag flag : flags) {
            if (SWITCHES.containsKey(flag.name()) && !flag.value().equals("false")) {
                result = result.with(SWITCHES.get(flag.name()));
            } else if (flag.name().equals("--description")) {
                result = result.withDescription(flag.value());
            } else if (flag.name().equals("--timeout")) {
                result = result.withTimeout(duration(flag.value()));
            } else if (flag.name().equals("--history-max")) {
                result = result.withHistoryMax(Integer.parseInt(flag.value()));
            }
        }
        return result;
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse("PT" + text);
        } catch (java.time.format.DateTimeParseException bad) {
            throw new DecsException(
                    "invalid argument \"" + text + "\" for \"--timeout\" flag: time: invalid duration \"" + text + "\"",
                    bad);
        }
    }
}
