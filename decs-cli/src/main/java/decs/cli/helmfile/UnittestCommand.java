package decs.cli.helmfile;

import decs.cli.chart.UnitTests;
import decs.cli.frame.Console;
import decs.cli.frame.ExitCode;
import decs.cli.frame.Verb;
import decs.core.request.UnitTestRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code decs unittest}. */
@Command(name = "unittest", description = "Run the unit tests that releases name on their charts")
final class UnittestCommand implements Verb {
    @Mixin
    GlobalOptions globals;

    @Mixin
    RunFlags run;

    @Option(
            names = "--fail-fast",
            arity = "0..1",
            fallbackValue = "true",
            description = "stop a chart's tests at the first failure")
    boolean failFast;

    @Option(
            names = "--debug-plugin",
            arity = "0..1",
            fallbackValue = "true",
            description = "keep what was rendered in the folder .debug")
    boolean keep;

    @Override
    public int run(Console console) {
        Opening opening = new Opening(globals, console);
        UnitTestRequest request = new UnitTestRequest(opening.target(), run.options(globals, opening), failFast);
        UnitTests tests = new UnitTests(globals.common.helm(), opening.colours(console.colours()), keep);
        return opening.run(decs -> {
            decs.unittest(request, tests, opening.transcript(true));
            return ExitCode.OK;
        });
    }
}
