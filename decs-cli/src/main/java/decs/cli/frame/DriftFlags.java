package decs.cli.frame;

import decs.helm.action.DriftRules;
import decs.helm.action.ReleaseDrift;
import decs.helm.text.DriftText;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What is drift, and how it is printed. */
public final class DriftFlags {
    @Option(
            names = "--ignore",
            paramLabel = "[KIND[/NAME]:]PATH",
            description = "a field that others may change, with all below it; * stands for anything; repeat for more")
    List<String> ignored = new ArrayList<>();

    @Option(
            names = "--show-secrets",
            arity = "0..1",
            fallbackValue = "true",
            description = "print the values of Secrets")
    boolean showSecrets;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "text|json",
            description = "how to print it (text)")
    String output = "text";

    /** The fields that do not count. */
    public DriftRules rules() {
        return DriftRules.of(ignored);
    }

    /** Whether Secrets are printed with their values. */
    public boolean showsSecrets() {
        return showSecrets;
    }

    /** What is printed. */
    public String text(List<ReleaseDrift> releases) {
        DriftText text = new DriftText(showSecrets);
        return switch (output) {
            case "text" -> text.text(releases);
            case "json" -> text.json(releases);
            default -> throw new UsageException("--output: " + output + " is none of text, json");
        };
    }

    /** 2 where something has drifted, 1 where something could not be compared. */
    public static int exitCode(List<ReleaseDrift> releases) {
        if (releases.stream().anyMatch(ReleaseDrift::found)) {
            return ExitCode.CHANGES;
        }
        return releases.stream().anyMatch(ReleaseDrift::incomplete) ? ExitCode.FAILED : ExitCode.OK;
    }
}
