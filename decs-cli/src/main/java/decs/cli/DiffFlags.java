package decs.cli;

import decs.core.diff.Comparison;
import decs.core.diff.DiffForm;
import decs.core.diff.DiffStyle;
import decs.core.diff.SecretDisplay;
import decs.core.request.DiffOptions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** How releases are compared and how that is printed. */
final class DiffFlags {
    @Option(names = "--context", paramLabel = "N", description = "lines around changes; 0 prints all")
    int context;

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
            names = "--normalize",
            arity = "0..1",
            fallbackValue = "true",
            description = "order and layout are no matter")
    boolean normalize;

    @Option(names = "--diff-args", paramLabel = "FLAGS", description = "helm-diff's own flags")
    String diffArgs = "";

    @Option(
            names = "--skip-diff-on-install",
            arity = "0..1",
            fallbackValue = "true",
            description = "do not compare releases that are not there yet")
    boolean skipOnInstall;

    @Option(
            names = "--skip-diff-validation-on-install",
            arity = "0..1",
            fallbackValue = "true",
            description = "do not ask the server whether it would take the objects of new releases")
    boolean uncheckedOnInstall;

    @Option(names = "--validate", arity = "0..1", fallbackValue = "true", hidden = true)
    boolean validate;

    DiffOptions options(boolean colour) {
        Set<String> kinds = new HashSet<>(suppress);
        if (suppressSecrets) {
            kinds.add("Secret");
        }
        List<Predicate<String>> lines = new ArrayList<>();
        suppressLines.forEach(text -> lines.add(Pattern.compile(text).asPredicate()));
        SecretDisplay secrets = showSecrets ? SecretDisplay.SHOWN : SecretDisplay.MASKED;
        return new DiffOptions(
                new Comparison(secrets, 0, stripTrailingCr),
                new DiffStyle(lineContext(), colour, kinds, lines),
                DiffForm.named(output).orElse(DiffForm.DIFF),
                noHooks,
                includeTests,
                normalize,
                skipOnInstall,
                uncheckedOnInstall);
    }

    private int lineContext() {
        String given = "--context=";
        if (diffArgs.startsWith(given)) {
            return Integer.parseInt(diffArgs.substring(given.length()));
        }
        return context > 0 ? context : -1;
    }
}
