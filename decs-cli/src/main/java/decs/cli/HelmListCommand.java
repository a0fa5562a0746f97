package decs.cli;

import decs.helm.action.ReadReleases;
import decs.helm.chart.HelmVersion;
import decs.helm.release.Release;
import decs.helm.release.ReleaseStatus;
import decs.helm.text.ListText;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decs helm list}. */
@picocli.CommandLine.Command(name = "list", description = "List releases")
final class HelmListCommand implements Command {
    @Mixin
    HelmOptions helm;

    @Parameters(arity = "0..*", hidden = true)
    List<String> words = new ArrayList<>();

    @Option(
            names = {"-A", "--all-namespaces"},
            arity = "0..1",
            fallbackValue = "true")
    boolean everywhere;

    @Option(
            names = {"-a", "--all"},
            arity = "0..1",
            fallbackValue = "true")
    boolean all;

    @Option(
            names = {"-f", "--filter"},
            paramLabel = "REGEX")
    String filter = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "table|json|yaml")
    String output = "table";

    @Option(
            names = {"-q", "--short"},
            arity = "0..1",
            fallbackValue = "true")
    boolean names;

    @Option(names = "--deployed", arity = "0..1", fallbackValue = "true")
    boolean deployed;

    @Option(names = "--failed", arity = "0..1", fallbackValue = "true")
    boolean failed;

    @Option(names = "--pending", arity = "0..1", fallbackValue = "true")
    boolean pending;

    @Option(names = "--superseded", arity = "0..1", fallbackValue = "true")
    boolean superseded;

    @Option(names = "--uninstalled", arity = "0..1", fallbackValue = "true")
    boolean uninstalled;

    @Option(names = "--uninstalling", arity = "0..1", fallbackValue = "true")
    boolean uninstalling;

    @Option(
            names = {"-m", "--max"},
            paramLabel = "N")
    int most = 256;

    @Option(names = "--offset", paramLabel = "N")
    int offset;

    @Override
    public int run(Console console) {
        if (!words.isEmpty()) {
            throw new UsageException("\"helm list\" accepts no arguments\n\nUsage:  helm list [flags]");
        }
        ReleaseSession session = new ReleaseSession(helm, console);
        if (all && session.version() == HelmVersion.V4) {
            throw new UsageException("unknown shorthand flag: 'a' in -a");
        }
        Pattern wanted = Pattern.compile(filter);
        ReadReleases.Query query = new ReadReleases.Query(
                states(session.version()), name -> wanted.matcher(name).find());
        List<Release> found = new ReadReleases(session.context(everywhere)).list(query);
        List<Release> shown = found.stream()
                .skip(offset)
                .limit(most == 0 ? Long.MAX_VALUE : most)
                .toList();
        console.out().print(text(shown));
        return ExitCode.OK;
    }

    private String text(List<Release> shown) {
        if (names) {
            StringBuilder out = new StringBuilder();
            shown.forEach(release -> out.append(release.name()).append('\n'));
            return out.toString();
        }
        return switch (output) {
            case "json" -> ListText.listAsJson(shown);
            case "yaml" -> ListText.listAsYaml(shown);
            case "table" -> ListText.list(shown);
            default ->
                throw new UsageException(
                        "invalid argument \"" + output + "\" for \"-o, --output\" flag: invalid format type");
        };
    }

    private Set<ReleaseStatus> states(HelmVersion version) {
        Set<ReleaseStatus> states = EnumSet.noneOf(ReleaseStatus.class);
        add(states, deployed, ReleaseStatus.DEPLOYED);
        add(states, failed, ReleaseStatus.FAILED);
        add(states, superseded, ReleaseStatus.SUPERSEDED);
        add(states, uninstalled, ReleaseStatus.UNINSTALLED);
        add(states, uninstalling, ReleaseStatus.UNINSTALLING);
        add(states, pending, ReleaseStatus.PENDING_INSTALL);
        add(states, pending, ReleaseStatus.PENDING_UPGRADE);
        add(states, pending, ReleaseStatus.PENDING_ROLLBACK);
        boolean any = !states.isEmpty();
        if (!any && !all && version == HelmVersion.V3) {
            return Set.of(ReleaseStatus.DEPLOYED, ReleaseStatus.FAILED);
        }
        return all ? Set.of() : states;
    }

    private static void add(Set<ReleaseStatus> states, boolean wanted, ReleaseStatus status) {
        if (wanted) {
            states.add(status);
        }
    }
}
