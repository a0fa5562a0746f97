package decs.cli.frame;

import decs.core.diff.DiffForm;
import decs.core.diff.DiffStyle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** The options of comparisons that helmfile's diff and apply have in common with helm-diff. */
public final class ComparisonFlags {
    @Option(
            names = "--output",
            paramLabel = "FORM",
            description = "diff, simple, json, structured, dyff, markdown, html")
    public String output = "";

    @Option(names = "--suppress", paramLabel = "KIND", description = "kinds whose content is not told; repeat for more")
    List<String> suppress = new ArrayList<>();

    @Option(names = "--suppress-secrets", arity = "0..1", fallbackValue = "true", description = "no Secret's content")
    boolean suppressSecrets;

    @Option(names = "--show-secrets", arity = "0..1", fallbackValue = "true", description = "Secrets as they are")
    public boolean showSecrets;

    @Option(names = "--suppress-output-line-regex", paramLabel = "REGEX", description = "lines that are not told")
    List<String> suppressLines = new ArrayList<>();

    @Option(names = "--no-hooks", arity = "0..1", fallbackValue = "true", description = "leave hooks out")
    public boolean noHooks;

    @Option(names = "--include-tests", arity = "0..1", fallbackValue = "true", description = "compare test hooks, too")
    public boolean includeTests;

    @Option(
            names = "--strip-trailing-cr",
            arity = "0..1",
            fallbackValue = "true",
            description = "CR at line ends is no matter")
    public boolean stripTrailingCr;

    /** @param context lines around changes; -1 for all */
    public DiffStyle style(int context, boolean colour) {
        Set<String> kinds = new HashSet<>(suppress);
        if (suppressSecrets) {
            kinds.add("Secret");
        }
        List<Predicate<String>> lines = new ArrayList<>();
        suppressLines.forEach(text -> lines.add(Pattern.compile(text).asPredicate()));
        return new DiffStyle(context, colour, kinds, lines);
    }

    public static DiffForm form(String name) {
        return DiffForm.named(name).orElse(DiffForm.DIFF);
    }
}
