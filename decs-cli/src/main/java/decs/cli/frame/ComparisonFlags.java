package decs.cli.frame;

import decs.core.diff.DiffForm;
import decs.core.diff.DiffPrinter;
import decs.core.diff.DiffStyle;
import decs.core.diff.TemplatePrinter;
import decs.core.request.DiffOptions.Sides;
import decs.template.source.DecsException;
import decs.template.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** The options of comparisons that helmfile's diff and apply have in common with helm-diff. */
public final class ComparisonFlags {
    @Option(
            names = "--output",
            paramLabel = "FORM",
            description = "diff, simple, json, structured, dyff, template (the file HELM_DIFF_TPL), markdown, html")
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

    /** The printer of the form asked for by option or variable; an unknown word is the default one, as for helm-diff. */
    public DiffPrinter printer(Console console) {
        Map<String, String> environment = console.environment();
        String form = output.isEmpty() ? environment.getOrDefault("HELM_DIFF_OUTPUT", "diff") : output;
        String template = environment.getOrDefault("HELM_DIFF_TPL", "");
        if (!form.equals("template")) {
            return DiffForm.named(form).orElse(DiffForm.DIFF).printer();
        }
        return template.isEmpty() ? DiffForm.JSON.printer() : template(template, console);
    }

    private static DiffPrinter template(String file, Console console) {
        Path path = console.workingFolder().resolve(file);
        try {
            return new TemplatePrinter(Source.of(file, Files.readString(path)), console.host());
        } catch (IOException unreadable) {
            throw new DecsException("open " + file + ": no such file or directory", unreadable);
        }
    }

    /** What is compared, by options or helm-diff's variables; {@code told} hears of what a variable switched on. */
    public static Sides sides(boolean normalized, boolean threeWay, Console console, Consumer<String> told) {
        Map<String, String> environment = console.environment();
        if (threeWay) {
            return Sides.LIVE;
        }
        if ("true".equals(environment.get("HELM_DIFF_THREE_WAY_MERGE"))) {
            told.accept("Enabled three way merge via the envvar");
            return Sides.LIVE;
        }
        if (!normalized && "true".equals(environment.get("HELM_DIFF_NORMALIZE_MANIFESTS"))) {
            told.accept("Enabled normalize manifests via the envvar");
            return Sides.NORMALIZED;
        }
        return normalized ? Sides.NORMALIZED : Sides.TEXT;
    }

    /** The lines around changes that helm-diff's variable asks for. */
    public static Optional<Integer> lineContext(Console console) {
        String given = console.environment().getOrDefault("HELM_DIFF_OUTPUT_CONTEXT", "");
        return given.matches("-?[0-9]+") ? Optional.of(Integer.parseInt(given)) : Optional.empty();
    }
}
