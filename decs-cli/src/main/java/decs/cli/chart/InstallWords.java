package decs.cli.chart;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Flags of {@code helm install} that {@code helm template} takes, too, and that change nothing without a release. */
final class InstallWords {
    @Option(
            names = {
                "--create-namespace",
                "--disable-openapi-validation",
                "--force",
                "--force-conflicts",
                "--force-replace",
                "--atomic",
                "--rollback-on-failure",
                "--replace",
                "--take-ownership",
                "--wait-for-jobs",
                "--hide-notes",
                "--render-subchart-notes"
            },
            arity = "0..1",
            fallbackValue = "true",
            hidden = true)
    List<Boolean> switches = new ArrayList<>();

    @Option(
            names = {"--wait", "--server-side"},
            arity = "0..1",
            fallbackValue = "true",
            hidden = true)
    List<String> modes = new ArrayList<>();

    @Option(
            names = {"--description", "--timeout", "-l", "--labels"},
            hidden = true)
    List<String> texts = new ArrayList<>();
}
