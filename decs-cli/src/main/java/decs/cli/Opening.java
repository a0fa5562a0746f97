package decs.cli;

import decs.core.Decs;
import decs.core.functions.Trust;
import decs.core.load.Compat;
import decs.core.request.NoMatchException;
import decs.core.request.RunEvent.Level;
import decs.core.request.Settings;
import decs.core.request.Target;
import decs.core.transcript.Transcript;
import decs.helm.repo.SourceSettings;
import decs.template.language.Limits;
import decs.template.source.DecsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** The global options as what the library takes: settings, a target, a transcript. */
record Opening(GlobalOptions options, Console console) {

    /** A verb's work with the library. */
    interface Work {
        int with(Decs decs);
    }

    /** Opens the library for {@code work}; that nothing matched has an exit code of its own. */
    int run(Work work) {
        try (Decs decs = Decs.open(settings())) {
            return work.with(decs);
        } catch (NoMatchException nothing) {
            console.out().flush();
            console.err().println(nothing.getMessage());
            return options.allowNoMatchingRelease ? ExitCode.OK : ExitCode.USAGE_OR_NO_MATCH;
        }
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
                        options.ociPlainHttp),
                options.cluster.access(environment),
                options.cluster.localFolder(),
                this::standardInput);
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
                text -> console.out().print(text),
                text -> {
                    console.out().flush();
                    console.err().print(text);
                },
                level(),
                new Transcript.Style(v0, colours(true), showDiff));
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
            default -> throw new UsageException("unrecognized level: \"" + word + "\"");
        };
    }

    private Trust trust() {
        Map<String, String> environment = console.environment();
        boolean off = "true".equals(environment.get("HELMFILE_DISABLE_INSECURE_FEATURES"))
                || "true".equals(environment.get("HELMFILE_DISABLE_INSECURE_TEMPLATE_FUNCTIONS"));
        return off ? Trust.REFUSED : Trust.FULL;
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
