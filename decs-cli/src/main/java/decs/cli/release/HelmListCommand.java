package decs.cli.release;

import decs.cli.chart.HelmOptions;
import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.OutputFormat;
import decs.cli.frame.UsageException;
import decs.cli.frame.Verb;
import decs.helm.action.ReadReleases;
import decs.helm.chart.HelmVersion;
import decs.helm.release.Release;
import decs.helm.release.ReleaseStatus;
import decs.helm.text.ListText;
import decs.template.sprig.NamePattern;
import decs.template.yaml.Json;
import decs.template.yaml.Yaml;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decs helm list}. */
@Command(name = "list", description = "List releases")
final class HelmListCommand implements Verb {
    @Mixin
    HelmOptions helm;

    @Mixin
    ListedStates states;

    @Parameters(arity = "0..*", hidden = true)
    List<String> words = new ArrayList<>();

    @Option(
            names = {"-A", "--all-namespaces"},
            arity = "0..1",
            fallbackValue = "true",
            description = "those of all namespaces")
    boolean everywhere;

    @Option(
            names = {"-f", "--filter"},
            paramLabel = "REGEX",
            description = "only those whose name has a match")
    String filter = "";

    @Option(
            names = {"-l", "--selector"},
            paramLabel = "LABELS",
            description = "only those whose record has these labels")
    String selector = "";

    @Option(
            names = {"-d", "--date"},
            arity = "0..1",
            fallbackValue = "true",
            description = "by the time of their last change, the oldest first")
    boolean byDate;

    @Option(
            names = {"-r", "--reverse"},
            arity = "0..1",
            fallbackValue = "true",
            description = "the other way round")
    boolean reverse;

    @Option(
            names = {"-m", "--max"},
            paramLabel = "N",
            description = "at most so many, 0 for all (256)")
    int most = 256;

    @Option(names = "--offset", paramLabel = "N", description = "leave out so many at the start")
    int offset;

    @Option(
            names = {"-q", "--short"},
            arity = "0..1",
            fallbackValue = "true",
            description = "only the names")
    boolean names;

    @Option(names = "--no-headers", arity = "0..1", fallbackValue = "true", description = "no first row of names")
    boolean noHeaders;

    @Option(names = "--time-format", paramLabel = "LAYOUT", description = "a layout of Go's for times")
    String timeFormat = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "table|json|yaml",
            description = "how to print them (table)")
    OutputFormat output = OutputFormat.TABLE;

    @Override
    public int run(Console console) {
        if (!words.isEmpty()) {
            throw new UsageException("\"helm list\" accepts no arguments\n\nUsage:  helm list [flags]");
        }
        try (ReleaseSession session = new ReleaseSession(helm, console)) {
            Set<ReleaseStatus> wanted = states.of(session.version());
            NamePattern pattern = NamePattern.compile(filter);
            ReadReleases.Query query = new ReadReleases.Query(wanted, pattern::find, selector, byDate, reverse);
            List<Release> shown = new ReadReleases(session.context(everywhere))
                    .list(query).stream()
                            .skip(offset)
                            .limit(most == 0 ? Long.MAX_VALUE : most)
                            .toList();
            console.out().print(names ? names(shown) : text(shown));
        }
        return ExitCode.OK;
    }

    private String names(List<Release> shown) {
        List<String> list = shown.stream().map(Release::name).toList();
        return switch (output) {
            case JSON -> Json.write(list) + "\n";
            case YAML -> Yaml.write(list);
            case TABLE -> list.isEmpty() ? "" : String.join("\n", list) + "\n";
        };
    }

    private String text(List<Release> shown) {
        ListText.Form form = new ListText.Form(timeFormat, !noHeaders);
        return switch (output) {
            case JSON -> ListText.listAsJson(shown, form);
            case YAML -> ListText.listAsYaml(shown, form);
            case TABLE -> ListText.list(shown, form);
        };
    }

    /** Which states to list. */
    static final class ListedStates {
        @Option(
                names = {"-a", "--all"},
                arity = "0..1",
                fallbackValue = "true",
                hidden = true)
        boolean all;

        @Option(names = "--deployed", arity = "0..1", fallbackValue = "true", description = "those deployed")
        boolean deployed;

        @Option(names = "--failed", arity = "0..1", fallbackValue = "true", description = "those that failed")
        boolean failed;

        @Option(names = "--pending", arity = "0..1", fallbackValue = "true", description = "those under way")
        boolean pending;

        @Option(names = "--superseded", arity = "0..1", fallbackValue = "true", description = "earlier revisions")
        boolean superseded;

        @Option(
                names = "--uninstalled",
                arity = "0..1",
                fallbackValue = "true",
                description = "those uninstalled with --keep-history")
        boolean uninstalled;

        @Option(
                names = "--uninstalling",
                arity = "0..1",
                fallbackValue = "true",
                description = "those being uninstalled")
        boolean uninstalling;

        /** The states. Without an option Helm 3 lists the deployed and the failed, Helm 4 all. */
        Set<ReleaseStatus> of(HelmVersion version) {
            if (all && version == HelmVersion.V4) {
                throw new UsageException("unknown shorthand flag: 'a' in -a");
            }
            Set<ReleaseStatus> states = EnumSet.noneOf(ReleaseStatus.class);
            add(states, deployed, ReleaseStatus.DEPLOYED);
            add(states, failed, ReleaseStatus.FAILED);
            add(states, superseded, ReleaseStatus.SUPERSEDED);
            add(states, uninstalled, ReleaseStatus.UNINSTALLED);
            add(states, uninstalling, ReleaseStatus.UNINSTALLING);
            add(states, pending, ReleaseStatus.PENDING_INSTALL);
            add(states, pending, ReleaseStatus.PENDING_UPGRADE);
            add(states, pending, ReleaseStatus.PENDING_ROLLBACK);
            if (states.isEmpty() && !all && version == HelmVersion.V3) {
                return Set.of(ReleaseStatus.DEPLOYED, ReleaseStatus.FAILED);
            }
            return states.isEmpty() || all ? EnumSet.complementOf(EnumSet.of(ReleaseStatus.UNKNOWN)) : states;
        }

        private static void add(Set<ReleaseStatus> states, boolean wanted, ReleaseStatus status) {
            if (wanted) {
                states.add(status);
            }
        }
    }
}
