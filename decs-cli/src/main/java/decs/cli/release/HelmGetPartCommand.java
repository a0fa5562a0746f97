package decs.cli.release;

import decs.cli.chart.HelmOptions;
import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.OutputFormat;
import decs.cli.frame.UsageException;
import decs.cli.frame.Verb;
import decs.helm.action.ReadReleases;
import decs.helm.release.Release;
import decs.helm.text.GetText;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A verb below {@code decs helm get}. */
abstract sealed class HelmGetPartCommand implements Verb {
    @Mixin
    HelmOptions helm;

    @Parameters(paramLabel = "RELEASE", arity = "0..*")
    List<String> names = new ArrayList<>();

    @Option(names = "--revision", paramLabel = "N", description = "an earlier revision")
    int revision;

    private final String verb;

    private HelmGetPartCommand(String verb) {
        this.verb = verb;
    }

    /** What to print of {@code release}. */
    abstract String text(Release release, GetText get, Console console);

    @Override
    public final int run(Console console) {
        if (names.size() != 1) {
            throw new UsageException("\"helm get " + verb + "\" requires 1 argument\n\nUsage:  helm get " + verb
                    + " RELEASE_NAME [flags]");
        }
        try (ReleaseSession session = new ReleaseSession(helm, console)) {
            Release release = new ReadReleases(session.context(false)).get(names.get(0), revision);
            console.out().print(text(release, new GetText(session.version()), console));
        }
        return ExitCode.OK;
    }

    /** {@code get all}. */
    @Command(name = "all", description = "Print all that is recorded of a release")
    static final class All extends HelmGetPartCommand {
        @Option(names = "--template", paramLabel = "TEMPLATE", description = "a Go template over .Release")
        String template = "";

        All() {
            super("all");
        }

        @Override
        String text(Release release, GetText get, Console console) {
            return template.isEmpty() ? get.all(release) : get.through(template, release, console.host());
        }
    }

    /** {@code get values}. */
    @Command(name = "values", description = "Print the values of a release")
    static final class Values extends HelmGetPartCommand {
        @Option(
                names = {"-a", "--all"},
                arity = "0..1",
                fallbackValue = "true",
                description = "the chart's defaults, too")
        boolean all;

        @Option(
                names = {"-o", "--output"},
                paramLabel = "table|json|yaml",
                description = "how to print them (table)")
        OutputFormat output = OutputFormat.TABLE;

        Values() {
            super("values");
        }

        @Override
        String text(Release release, GetText get, Console console) {
            return get.values(release, all, output.word());
        }
    }

    /** {@code get metadata}. */
    @Command(name = "metadata", description = "Print what a release is made of")
    static final class Metadata extends HelmGetPartCommand {
        @Option(
                names = {"-o", "--output"},
                paramLabel = "table|json|yaml",
                description = "how to print it (table)")
        OutputFormat output = OutputFormat.TABLE;

        Metadata() {
            super("metadata");
        }

        @Override
        String text(Release release, GetText get, Console console) {
            return get.metadata(release, output.word());
        }
    }

    /** {@code get manifest}. */
    @Command(name = "manifest", description = "Print the objects of a release")
    static final class ManifestPart extends HelmGetPartCommand {
        ManifestPart() {
            super("manifest");
        }

        @Override
        String text(Release release, GetText get, Console console) {
            return get.manifest(release);
        }
    }

    /** {@code get hooks}. */
    @Command(name = "hooks", description = "Print the hooks of a release")
    static final class Hooks extends HelmGetPartCommand {
        Hooks() {
            super("hooks");
        }

        @Override
        String text(Release release, GetText get, Console console) {
            return get.hooks(release);
        }
    }

    /** {@code get notes}. */
    @Command(name = "notes", description = "Print the notes of a release")
    static final class Notes extends HelmGetPartCommand {
        Notes() {
            super("notes");
        }

        @Override
        String text(Release release, GetText get, Console console) {
            return get.notes(release);
        }
    }
}
