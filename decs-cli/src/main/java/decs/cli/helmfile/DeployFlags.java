package decs.cli.helmfile;

import decs.cli.frame.ConductFlags;
import decs.cli.frame.CrdFlags;
import decs.cli.frame.UsageException;
import decs.core.request.Deployment;
import decs.core.request.PostRendering;
import decs.helm.action.Switch;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How releases are changed. */
final class DeployFlags {
    @Option(names = "--wait", arity = "0..1", fallbackValue = "true", description = "wait until all objects are ready")
    boolean waiting;

    @Option(names = "--wait-for-jobs", arity = "0..1", fallbackValue = "true", description = "wait for Jobs, too")
    boolean waitForJobs;

    @Option(names = "--timeout", paramLabel = "SECONDS", description = "how long to wait")
    int timeout;

    @Option(names = "--reuse-values", arity = "0..1", fallbackValue = "true", description = "keep the last values")
    boolean reuseValues;

    @Option(names = "--reset-values", arity = "0..1", fallbackValue = "true", description = "forget the last values")
    boolean resetValues;

    @Option(
            names = "--skip-schema-validation",
            arity = "0..1",
            fallbackValue = "true",
            description = "no schema checks")
    boolean skipSchemaValidation;

    @Option(names = "--skip-crds", arity = "0..1", fallbackValue = "true", description = "leave crds/ out")
    boolean skipCrds;

    @Option(names = "--hide-notes", arity = "0..1", fallbackValue = "true", description = "do not print notes")
    boolean hideNotes;

    @Option(names = "--take-ownership", arity = "0..1", fallbackValue = "true", description = "adopt objects of others")
    boolean takeOwnership;

    @Option(names = "--sync-release-labels", arity = "0..1", fallbackValue = "true", description = "labels to records")
    boolean syncReleaseLabels;

    @Option(names = "--server-side", paramLabel = "true|false|auto", description = "who merges changes")
    String serverSide = "";

    @Option(names = "--description", paramLabel = "TEXT", description = "what records say of the change")
    String description = "";

    @Option(names = "--cascade", paramLabel = "WORD", description = "background, foreground or orphan")
    String cascade = "";

    @Option(names = "--sync-args", paramLabel = "FLAGS", description = "helm's own flags of upgrades")
    String syncArgs = "";

    @Option(names = "--track-mode", paramLabel = "helm|helm-legacy|kubedog", hidden = true)
    String trackMode = "";

    @Option(
            names = {"--track-timeout", "--helm-stuck-grace"},
            hidden = true)
    int track;

    @Option(
            names = {"--track-logs", "--track-failed-logs", "--track-fail-on-error"},
            arity = "0..1",
            fallbackValue = "true",
            hidden = true)
    boolean trackFlag;

    @Mixin
    ConductFlags conduct = new ConductFlags();

    @Mixin
    CrdFlags crds = new CrdFlags();

    Deployment deployment(PostRendering postRendering) {
        if (!List.of("", "helm", "helm-legacy", "kubedog").contains(trackMode)) {
            throw new UsageException("--track-mode must be 'helm', 'helm-legacy', or 'kubedog', got: " + trackMode);
        }
        Optional<Boolean> reuse = reuseValues ? Optional.of(true) : resetValues ? Optional.of(false) : Optional.empty();
        return new Deployment(
                waiting,
                waitForJobs,
                timeout,
                reuse,
                skipSchemaValidation,
                skipCrds,
                hideNotes,
                takeOwnership,
                syncReleaseLabels,
                serverSide,
                description,
                cascade,
                postRendering,
                beyondHelm());
    }

    private Set<Switch> beyondHelm() {
        Set<Switch> switches = EnumSet.noneOf(Switch.class);
        switches.addAll(conduct.switches());
        switches.addAll(crds.switches());
        return switches;
    }
}
