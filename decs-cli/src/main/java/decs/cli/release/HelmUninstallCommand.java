package decs.cli.release;

import decs.cli.chart.HelmOptions;
import decs.cli.frame.ConductFlags;
import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.UsageException;
import decs.cli.frame.Verb;
import decs.helm.action.DryRun;
import decs.helm.action.ReleaseOptions;
import decs.helm.action.Switch;
import decs.helm.action.Uninstall;
import decs.helm.action.UninstallRequest;
import decs.helm.kube.DeleteOptions.Propagation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decs helm uninstall}. */
@Command(name = "uninstall", description = "Uninstall releases")
final class HelmUninstallCommand implements Verb {
    @Mixin
    HelmOptions helm;

    @Parameters(paramLabel = "RELEASE", arity = "0..*")
    List<String> names = new ArrayList<>();

    @Option(
            names = "--keep-history",
            arity = "0..1",
            fallbackValue = "true",
            description = "keep the records, marked as uninstalled")
    boolean keepHistory;

    @Option(
            names = "--ignore-not-found",
            arity = "0..1",
            fallbackValue = "true",
            description = "a release that is not there is no failure")
    boolean ignoreNotFound;

    @Option(
            names = "--cascade",
            paramLabel = "background|foreground|orphan",
            description = "how what the objects own goes (background)")
    String cascade = "background";

    @Option(names = "--dry-run", arity = "0..1", fallbackValue = "true", description = "change nothing")
    boolean dryRun;

    @Option(names = "--no-hooks", arity = "0..1", fallbackValue = "true", description = "run no hooks")
    boolean noHooks;

    @Option(
            names = "--wait",
            arity = "0..1",
            fallbackValue = "watcher",
            paramLabel = "STRATEGY",
            description = "wait until the objects are gone: watcher, legacy; hookOnly does not (the default)")
    String wait = "hookOnly";

    @Option(names = "--timeout", paramLabel = "DURATION", description = "for each thing that is waited for (5m0s)")
    Duration timeout = Duration.ofMinutes(5);

    @Option(names = "--description", paramLabel = "TEXT", description = "what a kept record says")
    String description = "";

    @Mixin
    ConductFlags conduct;

    @Override
    public int run(Console console) {
        if (names.isEmpty()) {
            throw new UsageException("\"helm uninstall\" requires at least 1 argument\n\n"
                    + "Usage:  helm uninstall RELEASE_NAME [...] [flags]");
        }
        try (ReleaseSession session = new ReleaseSession(helm, console)) {
            ReleaseOptions options = options(session);
            Propagation propagation = propagation();
            Uninstall uninstall = new Uninstall(session.context(false));
            for (String name : names) {
                Uninstall.Result result = uninstall.run(new UninstallRequest(name, propagation, options));
                if (!result.info().isEmpty()) {
                    console.out().println(result.info());
                }
                console.out().println("release \"" + name + "\" uninstalled");
            }
        }
        return ExitCode.OK;
    }

    private ReleaseOptions options(ReleaseSession session) {
        ReleaseOptions options = ReleaseOptions.defaults()
                .withWait(ReleaseFlags.wait(wait, session))
                .withDryRun(dryRun ? DryRun.SERVER : DryRun.NONE)
                .withTimeout(timeout)
                .withDescription(description);
        options = noHooks ? options.with(Switch.NO_HOOKS) : options;
        for (Switch each : conduct.switches()) {
            options = options.with(each);
        }
        options = keepHistory ? options.with(Switch.KEEP_HISTORY) : options;
        return ignoreNotFound ? options.with(Switch.IGNORE_NOT_FOUND) : options;
    }

    private Propagation propagation() {
        return switch (cascade) {
            case "background" -> Propagation.BACKGROUND;
            case "foreground" -> Propagation.FOREGROUND;
            case "orphan" -> Propagation.ORPHAN;
            default ->
                throw new UsageException("invalid cascade value (" + cascade
                        + "). Must be \"background\", \"foreground\", or \"orphan\"");
        };
    }
}
