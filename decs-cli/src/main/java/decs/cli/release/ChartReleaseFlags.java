package decs.cli.release;

import decs.cli.frame.Console;
import decs.cli.frame.CrdFlags;
import decs.cli.frame.OutputFormat;
import decs.cli.frame.UsageException;
import decs.helm.action.PostRenderer;
import decs.helm.action.ReleaseOptions;
import decs.helm.action.Switch;
import decs.helm.action.WaitStrategy;
import decs.helm.chart.HelmVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What install and upgrade have in common. */
final class ChartReleaseFlags {
    @Mixin
    ReleaseFlags release;

    @Option(
            names = "--rollback-on-failure",
            arity = "0..1",
            fallbackValue = "true",
            description = "undo a change that fails; waits for readiness")
    boolean rollback;

    @Option(names = "--atomic", arity = "0..1", fallbackValue = "true", hidden = true)
    boolean atomic;

    @Option(names = "--take-ownership", arity = "0..1", fallbackValue = "true", description = "adopt objects of others")
    boolean takeOwnership;

    @Option(
            names = "--create-namespace",
            arity = "0..1",
            fallbackValue = "true",
            description = "create the namespace if it is not there")
    boolean createNamespace;

    @Mixin
    CrdFlags crds = new CrdFlags();

    @Option(names = "--skip-crds", arity = "0..1", fallbackValue = "true", description = "leave crds/ out")
    boolean skipCrds;

    @Option(
            names = "--skip-schema-validation",
            arity = "0..1",
            fallbackValue = "true",
            description = "do not check values against values.schema.json")
    boolean skipSchema;

    @Option(
            names = "--disable-openapi-validation",
            arity = "0..1",
            fallbackValue = "true",
            description = "do not check objects against the server's schemas first")
    boolean noValidation;

    @Option(
            names = "--hide-secret",
            arity = "0..1",
            fallbackValue = "true",
            description = "with --dry-run: print no Secrets")
    boolean hideSecret;

    @Option(names = "--hide-notes", arity = "0..1", fallbackValue = "true", description = "print no notes")
    boolean hideNotes;

    @Option(
            names = "--render-subchart-notes",
            arity = "0..1",
            fallbackValue = "true",
            description = "the notes of subcharts, too")
    boolean subchartNotes;

    @Option(names = "--enable-dns", arity = "0..1", fallbackValue = "true", description = "look host names up")
    boolean dns;

    @Option(
            names = {"-l", "--labels"},
            paramLabel = "K=V,...",
            split = ",",
            description = "labels of the record; on upgrade K=null removes one")
    List<String> labels = new ArrayList<>();

    @Option(names = "--post-renderer", paramLabel = "PROGRAM", description = "a program that manifests go through")
    String postRenderer = "";

    @Option(names = "--post-renderer-args", paramLabel = "ARG", description = "its arguments; repeat for more")
    List<String> postRendererArguments = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "table|json|yaml",
            description = "how to print the release (table)")
    OutputFormat output = OutputFormat.TABLE;

    ReleaseOptions options(ReleaseSession session) {
        boolean helm3 = session.version() == HelmVersion.V3;
        session.only(HelmVersion.V4, "rollback-on-failure", rollback);
        if (atomic && !helm3) {
            session.deprecated("atomic", "use --rollback-on-failure instead");
        }
        if (release.recreatePods) {
            session.deprecated(
                    "recreate-pods",
                    "functionality will no longer be updated. Consult the documentation for other methods to recreate"
                            + " pods");
        }
        ReleaseOptions options = release.options(session);
        for (Switch each : crds.switches()) {
            options = options.with(each);
        }
        if (atomic || rollback) {
            options = options.with(Switch.ROLLBACK_ON_FAILURE);
            if (options.waitFor() == WaitStrategy.HOOK_ONLY) {
                options = options.withWait(helm3 ? WaitStrategy.LEGACY : WaitStrategy.WATCHER);
            }
        }
        options = takeOwnership ? options.with(Switch.TAKE_OWNERSHIP) : options;
        options = createNamespace ? options.with(Switch.CREATE_NAMESPACE) : options;
        options = skipCrds ? options.with(Switch.SKIP_CRDS) : options;
        options = skipSchema ? options.with(Switch.SKIP_SCHEMA_VALIDATION) : options;
        options = noValidation ? options.with(Switch.NO_OPENAPI_VALIDATION) : options;
        options = hideSecret ? options.with(Switch.HIDE_SECRETS) : options;
        options = subchartNotes ? options.with(Switch.SUBCHART_NOTES) : options;
        return dns ? options.with(Switch.ENABLE_DNS) : options;
    }

    Map<String, String> recordLabels() {
        Map<String, String> map = new LinkedHashMap<>();
        for (String label : labels) {
            int equals = label.indexOf('=');
            if (equals < 0) {
                throw new UsageException("invalid argument \"" + String.join(",", labels)
                        + "\" for \"-l, --labels\" flag: " + label + " must be formatted as key=value");
            }
            map.put(label.substring(0, equals), label.substring(equals + 1));
        }
        return map;
    }

    PostRenderer renderer(HelmVersion version, Console console) {
        return postRenderer.isEmpty()
                ? PostRenderer.NONE
                : new ProgramFilter(postRenderer, postRendererArguments, version == HelmVersion.V3, console);
    }
}
