package decs.cli.release;

import decs.cli.chart.HelmOptions;
import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.UsageException;
import decs.cli.frame.Verb;
import decs.helm.action.PodLog;
import decs.helm.action.TestRelease;
import decs.helm.action.TestRequest;
import decs.helm.chart.HelmVersion;
import decs.helm.text.StatusText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code decs helm test}. */
@Command(name = "test", description = "Run the tests of a release")
final class HelmTestCommand implements Verb {
    @Mixin
    HelmOptions helm;

    @Parameters(paramLabel = "RELEASE", arity = "0..*")
    List<String> names = new ArrayList<>();

    @Option(
            names = "--filter",
            paramLabel = "name=N,...",
            split = ",",
            description = "only the tests with these names; !name=N leaves one out")
    List<String> filters = new ArrayList<>();

    @Option(names = "--logs", arity = "0..1", fallbackValue = "true", description = "print what the tests logged")
    boolean logs;

    @Option(names = "--timeout", paramLabel = "DURATION", description = "for each test (5m0s)")
    Duration timeout = Duration.ofMinutes(5);

    @Option(names = "--hide-notes", arity = "0..1", fallbackValue = "true", hidden = true)
    boolean hideNotes;

    @Override
    public int run(Console console) {
        if (names.size() != 1) {
            throw new UsageException("\"helm test\" requires 1 argument\n\nUsage:  helm test [RELEASE] [flags]");
        }
        try (ReleaseSession session = new ReleaseSession(helm, console);
                TestRelease tests = new TestRelease(session.context(false))) {
            session.only(HelmVersion.V3, "hide-notes", hideNotes);
            TestRequest request = new TestRequest(names.get(0), filters("name="), filters("!name="), timeout);
            TestRelease.Result result = tests.run(request);
            console.out().print(new StatusText(session.version()).of(result.release(), !hideNotes));
            if (logs) {
                console.out().println();
                tests.logs(result.release(), request, log -> print(log, console));
            }
            if (result.failure().isPresent()) {
                throw result.failure().get();
            }
        }
        return ExitCode.OK;
    }

    private static void print(PodLog log, Console console) {
        String container = log.container().isEmpty() ? "" : " (" + log.container() + ")";
        console.out().println("POD LOGS: " + log.pod() + container);
        console.out().println(log.text());
    }

    private Set<String> filters(String prefix) {
        Set<String> wanted = new HashSet<>();
        for (String filter : filters) {
            if (filter.startsWith(prefix)) {
                wanted.add(filter.substring(prefix.length()));
            }
        }
        return wanted;
    }
}
