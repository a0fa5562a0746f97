package decs.core.run;

import decs.core.diff.Comparison;
import decs.core.diff.DiffForm;
import decs.core.diff.DiffPrinter;
import decs.core.diff.DiffStyle;
import decs.core.diff.SecretDisplay;
import decs.core.request.DiffOptions;
import decs.core.request.DiffOptions.Sides;
import decs.template.source.DecsException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** helm-diff's own flags, as {@code --diff-args} and {@code helmDefaults.diffArgs} carry them. */
record HelmDiffArguments(List<HelmArguments.Flag> flags) {

    /** The options with what the flags change, and with {@code lines} that are not told. */
    DiffOptions over(DiffOptions options, List<String> lines) {
        List<Predicate<String>> silent = new ArrayList<>(options.style().suppressedLines());
        lines.forEach(line -> silent.add(Pattern.compile(line).asPredicate()));
        Set<String> kinds = new HashSet<>(options.style().suppressedKinds());
        SecretDisplay secrets = options.comparison().secrets();
        double renames = options.comparison().renames();
        int context = options.style().context();
        Sides sides = options.sides();
        DiffPrinter printer = options.printer();
        boolean noHooks = options.noHooks();
        boolean tests = options.includeTests();
        boolean strip = options.comparison().stripTrailingCr();
        for (HelmArguments.Flag flag : flags) {
            boolean on = !flag.value().equals("false");
            switch (flag.name()) {
                case "--three-way-merge" -> sides = on ? Sides.LIVE : sides;
                case "--normalize-manifests" -> sides = on && sides == Sides.TEXT ? Sides.NORMALIZED : sides;
                case "--context", "-C" -> context = (int) number(flag);
                case "--find-renames", "-D" -> renames = number(flag);
                case "--suppress" -> kinds.addAll(List.of(flag.value().split(",")));
                case "--suppress-secrets" -> kinds.addAll(on ? Set.of("Secret") : Set.of());
                case "--suppress-output-line-regex" ->
                    silent.add(Pattern.compile(flag.value()).asPredicate());
                case "--show-secrets" -> secrets = on ? SecretDisplay.SHOWN : secrets;
                case "--show-secrets-decoded" -> secrets = on ? SecretDisplay.DECODED : secrets;
                case "--output" ->
                    printer =
                            DiffForm.named(flag.value()).map(DiffForm::printer).orElse(printer);
                case "--no-hooks" -> noHooks = on;
                case "--include-tests" -> tests = on;
                case "--strip-trailing-cr" -> strip = on;
                default -> {}
            }
        }
        return new DiffOptions(
                new Comparison(secrets, renames, strip),
                new DiffStyle(context, options.style().colour(), kinds, silent),
                printer,
                sides,
                noHooks,
                tests,
                options.skipOnInstall(),
                options.uncheckedOnInstall());
    }

    private static double number(HelmArguments.Flag flag) {
        try {
            return Double.parseDouble(flag.value());
        } catch (NumberFormatException none) {
            throw new DecsException(
                    "invalid argument \"" + flag.value() + "\" for \"" + flag.name() + "\" flag: not a number", none);
        }
    }
}
