package decs.cli;

import decs.helm.action.ReadReleases;
import decs.helm.release.Release;
import decs.helm.release.ReleaseCodec;
import decs.helm.text.GetText;
import decs.helm.text.ListText;
import decs.helm.text.StatusText;
import decs.template.source.Source;
import decs.template.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decs helm status}, {@code history} and {@code get …}: verbs that read one release. */
@picocli.CommandLine.Command(description = "Read a release")
final class HelmReadCommand implements Command {
    @Mixin
    HelmOptions helm;

    @Parameters(paramLabel = "RELEASE", arity = "0..*")
    List<String> names = new ArrayList<>();

    @Option(names = "--revision", paramLabel = "N")
    int revision;

    @Option(names = "--max", paramLabel = "N")
    int most = 256;

    @Option(
            names = {"-a", "--all"},
            arity = "0..1",
            fallbackValue = "true")
    boolean all;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "table|json|yaml")
    String output = "table";

    private final String verb;

    HelmReadCommand(String verb) {
        this.verb = Objects.requireNonNull(verb, "verb");
    }

    @Override
    public int run(Console console) {
        if (names.size() != 1) {
            throw new UsageException(
                    "\"helm " + verb + "\" requires 1 argument\n\nUsage:  helm " + verb + " RELEASE_NAME [flags]");
        }
        ReleaseSession session = new ReleaseSession(helm, console);
        ReadReleases reader = new ReadReleases(session.context(false));
        String name = names.get(0);
        String text = verb.equals("history")
                ? history(reader.history(name, most))
                : text(reader.get(name, revision), session);
        console.out().print(text);
        return ExitCode.OK;
    }

    private String history(List<Release> revisions) {
        return switch (output) {
            case "json" -> ListText.historyAsJson(revisions);
            case "yaml" -> ListText.historyAsYaml(revisions);
            default -> ListText.history(revisions);
        };
    }

    private String text(Release release, ReleaseSession session) {
        GetText get = new GetText(session.version());
        return switch (verb) {
            case "get all" -> get.all(release);
            case "get values" -> get.values(release, all, output);
            case "get manifest" -> get.manifest(release);
            case "get hooks" -> get.hooks(release);
            case "get notes" -> get.notes(release);
            case "get metadata" -> get.metadata(release);
            default -> status(release, session);
        };
    }

    private String status(Release release, ReleaseSession session) {
        String json = ReleaseCodec.statusJson(release, session.version(), Optional.empty());
        return switch (output) {
            case "json" -> json + "\n";
            case "yaml" -> Yaml.write(Yaml.read(Source.of("release", json)));
            default -> new StatusText(session.version()).of(release, true);
        };
    }
}
