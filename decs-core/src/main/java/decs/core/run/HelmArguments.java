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
import java.util.Set;
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

    /** Flags without a value, beside the switches. */
    private static final Set<String> BOOLEAN = Set.of(
            ("--wait --debug --devel --verify --dry-run --validate --is-upgrade --include-crds --skip-tests --no-hooks"
                            + " --force-replace --force-conflicts --create-namespace --dependency-update --hide-notes"
                            + " --hide-secret --render-subchart-notes --reset-values --reuse-values"
                            + " --reset-then-reuse-values --install -i --replace --release-name --generate-name -g"
                            + " --insecure-skip-tls-verify --plain-http --pass-credentials --disable-validation"
                            + " --kube-insecure-skip-tls-verify --logs --cleanup --keep-history --skip-refresh"
                            + " --three-way-merge --normalize-manifests --suppress-secrets --show-secrets"
                            + " --show-secrets-decoded --include-tests --strip-trailing-cr --detailed-exitcode"
                            + " --allow-unreleased --color --no-color")
                    .split(" "));
    /** Flags with a value. */
    private static final Set<String> VALUED = Set.of(
            ("--values -f --set --set-string --set-json --set-file --set-literal --timeout --history-max --description"
                            + " --labels -l --kube-version --api-versions -a --show-only -s --post-renderer"
                            + " --post-renderer-args --version --repo --username --password --ca-file --cert-file"
                            + " --key-file --keyring --namespace -n --kube-context --kubeconfig --kube-token"
                            + " --kube-apiserver --kube-as-user --kube-as-group --kube-ca-file --kube-tls-server-name"
                            + " --registry-config --repository-config --repository-cache --content-cache --burst-limit"
                            + " --qps --output -o --output-dir --name-template --server-side --cascade --context -C"
                            + " --find-renames -D --suppress --suppress-output-line-regex")
                    .split(" "));

    /** What helm would be called for. */
    enum Call {
        TEMPLATE,
        SYNC,
        DIFF
    }

    record Flag(String name, String value) {}

    private final List<Flag> flags = new ArrayList<>();

    private HelmArguments(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("-")) {
                continue;
            }
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            boolean valued = VALUED.contains(name);
            if (!valued && !BOOLEAN.contains(name) && !SWITCHES.containsKey(name)) {
                throw new DecsException((name.startsWith("--") ? "unknown flag: " : "unknown shorthand flag: ") + name);
            }
            if (equals > 0) {
                flags.add(new Flag(name, word.substring(equals + 1)));
            } else if (valued && i + 1 < words.size() && !words.get(i + 1).startsWith("-")) {
                flags.add(new Flag(name, words.get(++i)));
            } else {
                flags.add(new Flag(name, ""));
            }
        }
    }

    /** The flags of a call: those of its kind, then those of every call, given or of the release's state file. */
    static HelmArguments of(Call call, RunOptions options, ResolvedRelease release) {
        HelmFlags given = options.flags();
        List<String> words = new ArrayList<>();
        switch (call) {
            case TEMPLATE -> words.addAll(orDefault(given.template(), "templateArgs", release));
            case SYNC -> words.addAll(orDefault(given.sync(), "syncArgs", release));
            case DIFF -> {
                words.addAll(orDefault(given.diff(), "diffArgs", release));
                words.addAll(orDefault(given.template(), "templateArgs", release));
            }
        }
        words.addAll(given.all());
        words.addAll(orDefault(List.of(), "args", release));
        return new HelmArguments(words);
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
        return flags.stream()
                .anyMatch(flag -> flag.name().equals(name) && !flag.value().equals("false"));
    }

    /** The values of a flag that has these names, in order. */
    List<String> all(String... names) {
        return flags.stream()
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
        return new HelmDiffArguments(of(Call.DIFF, run, release).flags).over(options, lines);
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
                result = result.withHistoryMax(integer(flag));
            }
        }
        return result;
    }

    private static int integer(Flag flag) {
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
