package decs.cli;

import decs.core.diff.Comparison;
import decs.core.diff.DiffForm;
import decs.core.diff.DiffStyle;
import decs.core.diff.SecretDisplay;
import decs.core.request.DiffOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** helm-diff's options about what is compared and how that is printed. */
final class HelmDiffFlags {
    @Option(
            names = {"-C", "--context"},
            paramLabel = "N",
            description = "lines around changes; -1 prints all")
    Integer context;

    @Option(
            names = "--output",
            paramLabel = "FORM",
            description = "diff, simple, json, structured, dyff, markdown, html")
    String output = "";

    @Option(names = "--suppress", paramLabel = "KIND", description = "kinds whose content is not told; repeat for more")
    List<String> suppress = new ArrayList<>();

    @Option(names = "--suppress-secrets", arity = "0..1", fallbackValue = "true", description = "no Secret's content")
    boolean suppressSecrets;

    @Option(names = "--show-secrets", arity = "0..1", fallbackValue = "true", description = "Secrets as they are")
    boolean showSecrets;

    @Option(names = "--show-secrets-decoded", arity = "0..1", fallbackValue = "true", description = "Secrets in clear")
    boolean showDecoded;

    @Option(names = "--suppress-output-line-regex", paramLabel = "REGEX", description = "lines that are not told")
    List<String> suppressLines = new ArrayList<>();

    @Option(names = "--no-hooks", arity = "0..1", fallbackValue = "true", description = "leave hooks out")
    boolean noHooks;

    @Option(names = "--include-tests", arity = "0..1", fallbackValue = "true", description = "compare test hooks, too")
    boolean includeTests;

    @Option(
            names = "--strip-trailing-cr",
            arity = "0..1",
            fallbackValue = "true",
            description = "CR at line ends is no matter")
    boolean stripTrailingCr;

    @Option(
            names = {"--normalize-manifests"},
            arity = "0..1",
            fallbackValue = "true",
            description = "order and layout are no matter")
    boolean normalize;

    @Option(
            names = {"-D", "--find-renames"},
            paramLabel = "PART",
            description = "0 to 1: how alike a removed and an added object must be to count as renamed")
    double renames;

    @Option(names = "--detailed-exitcode", arity = "0..1", fallbackValue = "true", description = "exit 2 on changes")
    boolean detailedExitCode;

    @Option(names = "--no-color", arity = "0..1", fallbackValue = "true", description = "never colours")
    boolean noColour;

    DiffOptions options(HelmOptions helm, Console console) {
        Map<String, String> environment = console.environment();
        Set<String> kinds = new HashSet<>(suppress);
        if (suppressSecrets) {
            kinds.add("Secret");
        }
        List<Predicate<String>> lines = new ArrayList<>();
        suppressLines.forEach(text -> lines.add(Pattern.compile(text).asPredicate()));
        String form = output.isEmpty() ? environment.getOrDefault("HELM_DIFF_OUTPUT", "diff") : output;
        boolean normalized = normalize || "true".equals(environment.get("HELM_DIFF_NORMALIZE_MANIFESTS"));
        if (normalized && !normalize) {
            console.err().println("Enabled normalize manifests via the envvar");
        }
        return new DiffOptions(
                new Comparison(secrets(), renames, stripTrailingCr),
                new DiffStyle(lineContext(environment), coloured(helm, console), kinds, lines),
                form.equals("template") ? DiffForm.JSON : DiffForm.named(form).orElse(DiffForm.DIFF),
                noHooks,
                includeTests,
                normalized,
                false,
                false);
    }

    private SecretDisplay secrets() {
        if (showDecoded) {
            return SecretDisplay.DECODED;
        }
        return showSecrets ? SecretDisplay.SHOWN : SecretDisplay.MASKED;
    }

    private int lineContext(Map<String, String> environment) {
        if (context != null) {
            return context;
        }
        String given = environment.getOrDefault("HELM_DIFF_OUTPUT_CONTEXT", "");
        return given.matches("-?[0-9]+") ? Integer.parseInt(given) : -1;
    }

    private boolean coloured(HelmOptions helm, Console console) {
        String wanted = console.environment().getOrDefault("HELM_DIFF_COLOR", "");
        return !noColour
                && (helm.colour.equals("always") || wanted.equals("true") || (wanted.isEmpty() && console.colours()));
    }
}
