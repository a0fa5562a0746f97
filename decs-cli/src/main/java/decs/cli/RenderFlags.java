package decs.cli;

import decs.helm.action.ReleaseOptions;
import decs.helm.action.Switch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** What install and upgrade have in common besides. */
final class RenderFlags {
    @Option(names = "--create-namespace", arity = "0..1", fallbackValue = "true")
    boolean createNamespace;

    @Option(names = "--skip-crds", arity = "0..1", fallbackValue = "true")
    boolean skipCrds;

    @Option(names = "--skip-schema-validation", arity = "0..1", fallbackValue = "true")
    boolean skipSchema;

    @Option(names = "--disable-openapi-validation", arity = "0..1", fallbackValue = "true")
    boolean noValidation;

    @Option(names = "--hide-secret", arity = "0..1", fallbackValue = "true")
    boolean hideSecret;

    @Option(names = "--hide-notes", arity = "0..1", fallbackValue = "true")
    boolean hideNotes;

    @Option(names = "--render-subchart-notes", arity = "0..1", fallbackValue = "true")
    boolean subchartNotes;

    @Option(names = "--enable-dns", arity = "0..1", fallbackValue = "true")
    boolean dns;

    @Option(names = "--dependency-update", arity = "0..1", fallbackValue = "true")
    boolean dependencyUpdate;

    @Option(
            names = {"-l", "--labels"},
            paramLabel = "K=V,...",
            split = ",")
    List<String> labels = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "table|json|yaml")
    String output = "table";

    ReleaseOptions with(ReleaseOptions given) {
        ReleaseOptions options = given;
        options = createNamespace ? options.with(Switch.CREATE_NAMESPACE) : options;
        options = skipCrds ? options.with(Switch.SKIP_CRDS) : options;
        options = skipSchema ? options.with(Switch.SKIP_SCHEMA_VALIDATION) : options;
        options = noValidation ? options.with(Switch.NO_OPENAPI_VALIDATION) : options;
        options = hideSecret ? options.with(Switch.HIDE_SECRETS) : options;
        options = subchartNotes ? options.with(Switch.SUBCHART_NOTES) : options;
        return dns ? options.with(Switch.ENABLE_DNS) : options;
    }

    Map<String, String> labels() {
        Map<String, String> map = new LinkedHashMap<>();
        for (String label : labels) {
            int equals = label.indexOf('=');
            if (equals < 0) {
                throw new UsageException("invalid argument \"" + label + "\" for \"-l, --labels\" flag: " + label
                        + " must be formatted as key=value");
            }
            map.put(label.substring(0, equals), label.substring(equals + 1));
        }
        return map;
    }
}
