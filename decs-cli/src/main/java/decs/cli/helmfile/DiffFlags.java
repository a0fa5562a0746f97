package decs.cli.helmfile;

import decs.cli.frame.ComparisonFlags;
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

    DiffOptions options(boolean colour) {
        SecretDisplay secrets = shared.showSecrets ? SecretDisplay.SHOWN : SecretDisplay.MASKED;
        return new DiffOptions(
                new Comparison(secrets, 0, shared.stripTrailingCr),
                shared.style(lineContext(), colour),
                ComparisonFlags.form(shared.output),
                shared.noHooks,
                shared.includeTests,
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
