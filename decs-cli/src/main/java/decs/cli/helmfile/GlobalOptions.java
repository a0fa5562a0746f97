package decs.cli.helmfile;

import decs.cli.frame.ClusterOptions;
import decs.cli.frame.CommonOptions;
import decs.cli.frame.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** helmfile's global options, of every verb at the top level. */
public final class GlobalOptions {
    @Mixin
    CommonOptions common;

    @Mixin
    ClusterOptions cluster;

    @Option(
            names = {"-f", "--file"},
            paramLabel = "PATH",
            description = "the state file, folder, URL, or - for standard input")
    String file = "";

    @Option(
            names = {"-e", "--environment"},
            paramLabel = "NAME",
            description = "the environment (default)")
    String environment = "";

    @Option(
            names = {"-l", "--selector"},
            paramLabel = "K=V,...",
            description = "only releases with these labels; repeat for alternatives")
    List<String> selectors = new ArrayList<>();

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAME",
            description = "overrides every release's namespace")
    String namespace = "";

    @Option(
            names = {"-c", "--chart"},
            paramLabel = "CHART",
            description = "overrides every release's chart")
    String chart = "";

    @Option(names = "--compat", paramLabel = "auto|v0|v1", description = "whose rules the state files follow (auto)")
    String compat = "auto";

    @Option(
            names = "--untrusted",
            arity = "0..1",
            paramLabel = "exec,files,remote,env",
            fallbackValue = "all",
            description = "refuse a repository to run programs, read files outside, ask servers for values, read the"
                    + " environment: all of these, or those listed")
    String untrusted = "";

    @Option(names = "--state-values-set", paramLabel = "K=V,...", description = "state values, typed")
    List<String> stateValuesSet = new ArrayList<>();

    @Option(names = "--state-values-set-string", paramLabel = "K=V,...", description = "state values as text")
    List<String> stateValuesSetString = new ArrayList<>();

    @Option(names = "--state-values-file", paramLabel = "FILE", description = "state values from a file")
    List<String> stateValuesFile = new ArrayList<>();

    @Option(
            names = "--allow-no-matching-release",
            arity = "0..1",
            fallbackValue = "true",
            description = "exit 0 when no release matches")
    boolean allowNoMatchingRelease;

    @Option(
            names = "--skip-deps",
            arity = "0..1",
            fallbackValue = "true",
            description = "no repository or chart updates")
    boolean skipDeps;

    @Option(
            names = "--offline",
            arity = "0..1",
            fallbackValue = "true",
            description = "fetch no chart: use the copies that decs.lock names")
    boolean offline;

    @Option(names = "--skip-refresh", arity = "0..1", fallbackValue = "true", description = "use indexes as cached")
    boolean skipRefresh;

    @Option(
            names = "--disable-force-update",
            arity = "0..1",
            fallbackValue = "true",
            description = "do not overwrite repositories that exist")
    boolean disableForceUpdate;

    @Option(
            names = {"-b", "--helm-binary"},
            paramLabel = "PATH",
            description = "accepted, not used: decs needs no helm")
    String helmBinary = "";

    @Option(
            names = {"-k", "--kustomize-binary"},
            paramLabel = "PATH",
            description = "accepted, not used: decs needs no kustomize")
    String kustomizeBinary = "";

    @Option(names = "--enforce-plugin-verification", arity = "0..1", fallbackValue = "true", hidden = true)
    boolean enforcePluginVerification;

    @Option(
            names = "--oci-plain-http",
            arity = "0..1",
            fallbackValue = "true",
            description = "reach OCI registries by plain HTTP")
    boolean ociPlainHttp;

    @Option(names = "--repo-retries", paramLabel = "N", description = "how often a repository is tried again")
    int repoRetries;

    @Option(names = "--strip-args-values-on-exit-error", arity = "0..1", fallbackValue = "true", hidden = true)
    boolean stripArgsValues = true;

    @Option(names = "--enable-live-output", arity = "0..1", fallbackValue = "true", hidden = true)
    boolean liveOutput;

    @Option(
            names = {"-i", "--interactive"},
            arity = "0..1",
            fallbackValue = "true",
            description = "ask before changing")
    boolean interactive;

    @Option(
            names = "--sequential-helmfiles",
            arity = "0..1",
            fallbackValue = "true",
            description = "one file of a folder after the other")
    boolean sequential;

    @Option(
            names = {"-q", "--quiet"},
            arity = "0..1",
            fallbackValue = "true",
            description = "warnings and errors only")
    boolean quiet;

    @Option(names = "--log-level", paramLabel = "LEVEL", description = "debug, info, warn or error (info)")
    String logLevel = "";

    @Option(names = "--color", arity = "0..1", fallbackValue = "true", description = "always colours")
    boolean colour;

    @Option(names = "--no-color", arity = "0..1", fallbackValue = "true", description = "never colours")
    boolean noColour;

    /** The helm that messages name. */
    String helm() {
        return helmBinary.isEmpty() ? "helm" : helmBinary;
    }

    /** Refuses a verb that only helmfile 0.x has, unless its rules were asked for. */
    void onlyV0(String verb) {
        String wanted = compat.toLowerCase(Locale.ROOT);
        if (!List.of("v0", "0").contains(wanted)) {
            String hint = List.of("v1", "1").contains(wanted) ? "" : "\nonly helmfile 0.x has it: --compat v0";
            throw new UsageException("unknown command \"" + verb + "\" for \"helmfile\"" + hint);
        }
    }
}
