package decs.cli.frame;

import decs.helm.chart.HelmVersion;
import picocli.CommandLine.Option;

/** What every command understands, wherever it stands. */
public final class CommonOptions {
    @Option(names = "--helm-version", paramLabel = "3|4", description = "whose behaviour where Helm 3 and 4 differ (4)")
    String helmVersion = "4";

    @Option(names = "--debug", description = "say more, with stack traces", arity = "0..1", fallbackValue = "true")
    public boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "print this help")
    boolean help;

    public HelmVersion helm() {
        return switch (helmVersion) {
            case "3", "v3" -> HelmVersion.V3;
            case "4", "v4" -> HelmVersion.V4;
            default -> throw new UsageException("--helm-version: " + helmVersion + " is neither 3 nor 4");
        };
    }
}
