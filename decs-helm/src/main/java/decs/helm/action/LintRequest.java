package decs.helm.action;

import decs.helm.chart.HelmVersion;
import decs.helm.render.Capabilities;
import decs.template.language.Host;
import decs.template.language.Limits;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * What {@link Lint} looks at.
 *
 * @param folder the chart's folder
 * @param values the user's values, merged
 */
public record LintRequest(
        Path folder,
        Map<String, Object> values,
        String namespace,
        Capabilities capabilities,
        HelmVersion version,
        boolean skipSchemaValidation,
        Host host,
        Limits limits) {
    public LintRequest {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(values, "values");
        Objects.requireNonNull(namespace, "namespace");
        Objects.requireNonNull(capabilities, "capabilities");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(limits, "limits");
    }

    /** The same for the chart in another folder. */
    LintRequest in(Path other) {
        return new LintRequest(other, values, namespace, capabilities, version, skipSchemaValidation, host, limits);
    }
}
