package decs.cli;

import decs.helm.action.ReleaseOptions;
import decs.helm.action.Switch;
import decs.helm.action.Uninstall;
import decs.helm.action.UninstallRequest;
import decs.helm.kube.DeleteOptions.Propagation;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decs helm uninstall}. */
@picocli.CommandLine.Command(name = "uninstall", description = "Uninstall releases")
final class HelmUninstallCommand implements Command {
    @Mixin
    HelmOptions helm;

    @Mixin
    ReleaseFlags flags;

    @Parameters(paramLabel = "RELEASE", arity = "0..*")
    List<String> names = new ArrayList<>();

    @Option(names = "--keep-history", arity = "0..1", fallbackValue = "true")
    boolean keepHistory;

    @Option(names = "--ignore-not-found", arity = "0..1", fallbackValue = "true")
    boolean ignoreNotFound;

    @Option(names = "--cascade", paramLabel = "background|foreground|orphan")
    String cascade = "background";

    @Override
    public int run(Console console) {
        if (names.isEmpty()) {
            throw new UsageException("\"helm uninstall\" requires at least 1 argument\n\n"
                    + "Usage:  helm uninstall RELEASE_NAME [...] [flags]");
        }
        Propagation propagation =
                switch (cascade) {
                    case "background" -> Propagation.BACKGROUND;
                    case "foreground" -> Propagation.FOREGROUND;
                    case "orphan" -> Propagation.ORPHAN;
                    default ->
                        throw new UsageException("invalid cascade value (" + cascade
                                + "). Must be \"background\", \"foreground\", or \"orphan\"");
                };
        ReleaseSession session = new ReleaseSession(helm, console);
        ReleaseOptions options = flags.options(session.version());
        options = keepHistory ? options.with(Switch.KEEP_HISTORY) : options;
        options = ignoreNotFound ? options.with(Switch.IGNORE_NOT_FOUND) : options;
        Uninstall uninstall = new Uninstall(session.context(false));
        for (String name : names) {
            Uninstall.Result result = uninstall.run(new UninstallRequest(name, propagation, options));
            if (!result.info().isEmpty()) {
                console.out().println(result.info());
            }
            if (result.release().isPresent()) {
                console.out().println("release \"" + name + "\" uninstalled");
            }
        }
        return ExitCode.OK;
    }
}
