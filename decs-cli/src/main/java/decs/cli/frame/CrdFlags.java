package decs.cli.frame;

import decs.helm.action.Switch;
import java.util.Set;
import picocli.CommandLine.Option;

/** What becomes of the definitions below {@code crds/}; the flag is not Helm's. */
public final class CrdFlags {
    @Option(
            names = "--crds",
            paramLabel = "create|apply|skip",
            description =
                    "what becomes of crds/: create what is missing, on installs (Helm's way); apply all, on upgrades,"
                            + " too; skip")
    String crds = "create";

    /** What to do beyond Helm's way. */
    public Set<Switch> switches() {
        return switch (crds) {
            case "create" -> Set.of();
            case "apply" -> Set.of(Switch.APPLY_CRDS);
            case "skip" -> Set.of(Switch.SKIP_CRDS);
            default -> throw new UsageException("--crds: " + crds + " is none of create, apply, skip");
        };
    }
}
