package decs.cli.helmfile;

import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.Verb;
import decs.core.request.TestRequest;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code decs test}. */
@Command(name = "test", description = "Run the tests of the releases")
final class TestCommand implements Verb {
    @Mixin
    GlobalOptions globals;

    @Mixin
    RunFlags run;

    @Option(names = "--logs", arity = "0..1", fallbackValue = "true", description = "print what the tests logged")
    boolean logs;

    @Option(names = "--timeout", paramLabel = "SECONDS", description = "how long each test may take (300)")
    Integer timeout;

    @Option(names = "--cleanup", arity = "0..1", fallbackValue = "true", hidden = true)
    boolean cleanup;

    @Override
    public int run(Console console) {
        Opening opening = new Opening(globals, console);
        if (cleanup) {
            opening.tell(
                    "warn: requested cleanup will not be applied. To clean up test resources with Helm 3, you have to"
                            + " remove them manually or set helm.sh/hook-delete-policy\n\n");
        }
        TestRequest request = new TestRequest(
                opening.target(),
                run.options(globals, opening),
                logs,
                Optional.ofNullable(timeout).map(Duration::ofSeconds));
        return opening.run(decs -> {
            decs.test(request, opening.transcript(true));
            return ExitCode.OK;
        });
    }
}
