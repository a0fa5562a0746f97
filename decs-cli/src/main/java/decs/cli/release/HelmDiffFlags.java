package decs.cli.release;

import decs.cli.chart.HelmOptions;
import decs.cli.frame.ComparisonFlags;
import decs.cli.frame.Console;
import decs.core.diff.Comparison;
import decs.core.diff.DiffForm;
import decs.core.diff.SecretDisplay;
import decs.core.request.DiffOptions;
import java.util.Map;
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

    DiffOptions options(HelmOptions helm, Console console) {
        Map<String, String> environment = console.environment();
        String form = shared.output.isEmpty() ? environment.getOrDefault("HELM_DIFF_OUTPUT", "diff") : shared.output;
        boolean normalized = normalize || "true".equals(environment.get("HELM_DIFF_NORMALIZE_MANIFESTS"));
        if (normalized && !normalize) {
            console.err().println("Enabled normalize manifests via the envvar");
        }
        return new DiffOptions(
                new Comparison(secrets(), renames, shared.stripTrailingCr),
                shared.style(lineContext(environment), coloured(helm, console)),
                form.equals("template") ? DiffForm.JSON : ComparisonFlags.form(form),
                shared.noHooks,
                shared.includeTests,
                normalized,
                false,
                false);
    }

    private SecretDisplay secrets() {
        if (showDecoded) {
            return SecretDisplay.DECODED;
        }
        return shared.showSecrets ? SecretDisplay.SHOWN : SecretDisplay.MASKED;
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
