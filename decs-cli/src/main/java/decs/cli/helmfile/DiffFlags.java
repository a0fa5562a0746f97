package decs.cli.helmfile;

import decs.cli.frame.ComparisonFlags;
import decs.cli.frame.Console;
import decs.core.diff.Comparison;
import decs.core.diff.SecretDisplay;
import decs.core.request.DiffOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How releases are compared and how that is printed. */
final class DiffFlags {
    @Mixin
    ComparisonFlags shared;

    @Option(names = "--context", paramLabel = "N", description = "lines around changes; 0 prints all")
    int context;

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

    DiffOptions options(boolean colour, Console console) {
        SecretDisplay secrets = shared.showSecrets ? SecretDisplay.SHOWN : SecretDisplay.MASKED;
        int lines = context > 0 ? context : ComparisonFlags.lineContext(console).orElse(-1);
        return new DiffOptions(
                new Comparison(secrets, 0, shared.stripTrailingCr),
                shared.style(lines, colour),
                shared.printer(console),
                ComparisonFlags.sides(normalize, false, console, told -> {}),
                shared.noHooks,
                shared.includeTests,
                skipOnInstall,
                uncheckedOnInstall);
    }
}
