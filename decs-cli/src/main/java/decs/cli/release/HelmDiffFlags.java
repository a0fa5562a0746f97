package decs.cli.release;

import decs.cli.chart.HelmOptions;
import decs.cli.frame.ComparisonFlags;
import decs.cli.frame.Console;
import decs.core.diff.Comparison;
import decs.core.diff.SecretDisplay;
import decs.core.request.DiffOptions;
import decs.core.request.DiffOptions.Sides;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** helm-diff's options about what is compared and how that is printed. */
final class HelmDiffFlags {
    @Mixin
    ComparisonFlags shared;

    @Option(
            names = {"-C", "--context"},
            paramLabel = "N",
            description = "lines around changes; -1 prints all")
    Integer context;

    @Option(names = "--show-secrets-decoded", arity = "0..1", fallbackValue = "true", description = "Secrets in clear")
    boolean showDecoded;

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

    @Option(
            names = "--three-way-merge",
            arity = "0..1",
            fallbackValue = "true",
            description = "what is live against what an upgrade would make of it")
    boolean threeWay;

    DiffOptions options(HelmOptions helm, Console console) {
        Sides sides = ComparisonFlags.sides(normalize, threeWay, console, console.err()::println);
        return new DiffOptions(
                new Comparison(secrets(), renames, shared.stripTrailingCr),
                shared.style(
                        Optional.ofNullable(context)
                                .or(() -> ComparisonFlags.lineContext(console))
                                .orElse(-1),
                        coloured(helm, console)),
                shared.printer(console),
                sides,
                shared.noHooks,
                shared.includeTests,
                false,
                false);
    }

    private SecretDisplay secrets() {
        if (showDecoded) {
            return SecretDisplay.DECODED;
        }
        return shared.showSecrets ? SecretDisplay.SHOWN : SecretDisplay.MASKED;
    }

    private boolean coloured(HelmOptions helm, Console console) {
        String wanted = console.environment().getOrDefault("HELM_DIFF_COLOR", "");
        return !noColour
                && (helm.colour.equals("always") || wanted.equals("true") || (wanted.isEmpty() && console.colours()));
    }
}
