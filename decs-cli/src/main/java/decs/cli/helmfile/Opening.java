package decs.cli.helmfile;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.Failures;
import decs.cli.frame.UsageException;
import decs.core.Decs;
import decs.core.environment.CrashException;
import decs.core.functions.Trust;
import decs.core.load.Compat;
import decs.core.request.NoMatchException;
import decs.core.request.RunEvent.Level;
import decs.core.request.RunListener;
import decs.core.request.Settings;
import decs.core.request.Target;
import decs.core.run.GracefulEnd;
import decs.core.secret.ReferenceModules;
import decs.core.transcript.LiveLine;
import decs.core.transcript.Transcript;
import decs.helm.http.Readers;
import decs.helm.repo.SourceLock;
import decs.helm.repo.SourceSettings;
import decs.template.language.Limits;
import decs.template.source.DecsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The global options as what the library takes: settings, a target, a transcript; and the way out for what a verb prints,
 * on which secrets are masked.
 */
final class Opening {
    private final GlobalOptions options;
    private final Console console;
    private UnaryOperator<String> mask = text -> text;

    Opening(GlobalOptions options, Console console) {
        this.options = options;
        this.console = console;
    }

    /** A verb's work with the library. */
    interface Work {
        int with(Decs decs);
    }

    /** Opens the library for {@code work}; that nothing matched has an exit code of its own. */
    int run(Work work) {
        try (Decs decs = Decs.open(settings())) {
            mask = decs.secretMask()::mask;
            GracefulEnd end = decs.stopWithProcess();
            try {
                return work.with(decs);
            } finally {
                end.close();
            }
        } catch (UsageException misuse) {
            throw misuse;
        } catch (NoMatchException nothing) {
            tell(nothing.getMessage() + "\n");
            if (details()) {
                nothing.problems().forEach(reason -> tell("  hint: " + reason.message() + "\n"));
            }
            return options.allowNoMatchingRelease ? ExitCode.OK : ExitCode.USAGE_OR_NO_MATCH;
        } catch (DecsException failure) {
            console.out().flush();
            new Failures(text -> console.err().print(mask.apply(text)), options.common.debug, details())
                    .print(failure, false);
            return ExitCode.of(failure);
        }
    }

    /** Whether more than helmfile's own words may be told: not when its behaviour was asked for by name. */
    private boolean details() {
        return options.common.debug || compat() == Compat.AUTO;
    }

    /** Prints a result. */
    void print(String text) {
        console.out().print(mask.apply(text));
    }

    /** Prints a remark. */
    void tell(String text) {
        console.out().flush();
        console.err().print(mask.apply(text));
    }

    boolean interactive() {
        return options.interactive || "true".equals(console.environment().get("HELMFILE_INTERACTIVE"));
    }

    Settings settings() {
        Map<String, String> environment = console.environment();
        return new Settings(
                options.common.helm(),
                console.host(),
                Limits.defaults(),
                trust(),
                new Settings.Fetching(
                        SourceSettings.cacheFolder(environment),
                        !options.skipRefresh,
                        options.repoRetries,
                        options.ociPlainHttp,
                        SourceLock.in(lockFolder(), options.offline),
                        Readers.installed()),
                options.cluster.access(environment),
                options.cluster.localFolder().map(console.workingFolder()::resolve),
                ReferenceModules.installed(),
                this::standardInput);
    }

    /** Where decs.lock is: beside the state file. */
    Path lockFolder() {
        Path given = console.workingFolder()
                .resolve(options.file.contains("://") || options.file.equals("-") ? "" : options.file);
        Path folder = Files.isRegularFile(given) ? given.getParent() : given;
        return folder.normalize();
    }

    Target target() {
        return new Target(
                console.workingFolder(),
                options.file,
                options.environment,
                or(options.namespace, "HELMFILE_NAMESPACE"),
                or(options.cluster.context, "HELMFILE_KUBE_CONTEXT"),
                options.chart,
                options.selectors,
                new Target.StateValues(options.stateValuesSet, options.stateValuesSetString, options.stateValuesFile),
                compat());
    }

    /** @param showDiff whether comparisons go to standard output */
    Transcript transcript(boolean showDiff) {
        boolean v0 = compat() == Compat.V0;
        return new Transcript(
                this::print,
                this::tell,
                this::answer,
                level(),
                new Transcript.Style(v0, colours(true), showDiff, compat() != Compat.AUTO));
    }

    /** The same with a line at the end that says what is at work, where a person looks on. */
    RunListener live(Transcript transcript) {
        boolean wanted = console.terminal() && console.colours() && level() == Level.INFO;
        return wanted ? new LiveLine(transcript, text -> console.err().print(mask.apply(text))) : transcript;
    }

    /** The same for comparisons that show secrets on purpose. */
    Transcript unmaskedTranscript() {
        mask = text -> text;
        return transcript(true);
    }

    private Optional<String> answer() {
        console.out().flush();
        StringBuilder line = new StringBuilder();
        try {
            for (int c = console.in().read(); c >= 0; c = console.in().read()) {
                if (c == '\n') {
                    return Optional.of(line.toString());
                }
                line.append((char) c);
            }
        } catch (IOException unreadable) {
            throw new DecsException("standard input: " + unreadable.getMessage(), unreadable);
        }
        return line.isEmpty() ? Optional.empty() : Optional.of(line.toString());
    }

    /** Whether colours are wanted, where {@code otherwise} holds when nothing was said. */
    boolean colours(boolean otherwise) {
        if (options.colour && options.noColour) {
            throw new UsageException("--color and --no-color cannot be specified at the same time");
        }
        boolean off = options.noColour
                || !console.environment().getOrDefault("NO_COLOR", "").isEmpty()
                || !console.environment().getOrDefault("HELMFILE_NO_COLOR", "").isEmpty();
        return options.colour || (!off && otherwise);
    }

    private Level level() {
        String word = or(options.logLevel, "HELMFILE_LOG_LEVEL");
        if (options.quiet || "true".equals(console.environment().get("HELMFILE_QUIET"))) {
            return Level.WARN;
        }
        if (options.common.debug || "true".equals(console.environment().get("HELMFILE_DEBUG"))) {
            return Level.DEBUG;
        }
        return switch (word) {
            case "", "info" -> Level.INFO;
            case "debug" -> Level.DEBUG;
            case "warn" -> Level.WARN;
            case "error" -> Level.ERROR;
            default -> throw new CrashException("unrecognized level: \"" + word + "\"");
        };
    }

    private Trust trust() {
        Map<String, String> environment = console.environment();
        boolean off = "true".equals(environment.get("HELMFILE_DISABLE_INSECURE_FEATURES"))
                || "true".equals(environment.get("HELMFILE_DISABLE_INSECURE_TEMPLATE_FUNCTIONS"));
        if (compat() == Compat.V0 && "true".equals(environment.get("HELMFILE_DISABLE_INSECURE_FEATURES"))) {
            throw new CrashException("Remote sources are disabled due to 'DISABLE_INSECURE_FEATURES'");
        }
        if (off) {
            return Trust.REFUSED;
        }
        return options.untrusted.isEmpty() ? Trust.FULL : Trust.without(options.untrusted);
    }

    private Compat compat() {
        return switch (options.compat.toLowerCase(Locale.ROOT)) {
            case "auto", "" -> Compat.AUTO;
            case "v0", "0" -> Compat.V0;
            case "v1", "1" -> Compat.V1;
            default -> throw new UsageException("--compat: " + options.compat + " is none of auto, v0, v1");
        };
    }

    private String or(String given, String variable) {
        return given.isEmpty() ? console.environment().getOrDefault(variable, "") : given;
    }

    private String standardInput() {
        try {
            return new String(console.in().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new DecsException("standard input: " + unreadable.getMessage(), unreadable);
        }
    }
}
