package decs.cli.chart;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.Verb;
import decs.helm.chart.HelmVersion;
import decs.helm.repo.Repositories;
import decs.template.source.DecsException;
import decs.template.source.Problem;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decs helm repo update}. */
@Command(name = "update", description = "Bring the indexes of repositories up to date")
final class RepoUpdateCommand implements Verb {
    @Mixin
    HelmOptions helm;

    @Mixin
    RepoTimeout timeout;

    @Parameters(paramLabel = "NAME", arity = "0..*")
    List<String> names = new ArrayList<>();

    @Option(
            names = "--fail-on-repo-update-fail",
            arity = "0..1",
            fallbackValue = "true",
            description = "fail when one repository fails (always so with Helm 4)")
    boolean failOnFailure;

    @Override
    public int run(Console console) {
        boolean[] begun = new boolean[1];
        List<Repositories.Update> updates = timeout.repositories(helm, console).update(names, update -> {
            if (!begun[0]) {
                console.out().println("Hang tight while we grab the latest from your chart repositories...");
                begun[0] = true;
            }
            tell(update, console);
        });
        List<Repositories.Update> failed =
                updates.stream().filter(update -> update.failure().isPresent()).toList();
        HelmVersion version = helm.common.helm();
        if (!failed.isEmpty() && (failOnFailure || version == HelmVersion.V4)) {
            List<Problem> problems = failed.stream()
                    .flatMap(update -> update.failure().get().problems().stream())
                    .toList();
            List<String> urls =
                    failed.stream().map(update -> update.repository().url()).toList();
            throw new DecsException(
                    (version == HelmVersion.V4 ? "failed" : "Failed") + " to update the following repositories: ["
                            + String.join(" ", urls) + "]",
                    problems,
                    null);
        }
        console.out().println("Update Complete. ⎈Happy Helming!⎈");
        return ExitCode.OK;
    }

    static void tell(Repositories.Update update, Console console) {
        String name = update.repository().name();
        update.failure()
                .ifPresentOrElse(
                        failure -> console.out()
                                .println("...Unable to get an update from the \"" + name + "\" chart repository ("
                                        + update.repository().url() + "):\n\t" + failure.getMessage()),
                        () -> console.out()
                                .println("...Successfully got an update from the \"" + name + "\" chart repository"));
        console.out().flush();
    }
}
