package decs.helm.render;

import decs.helm.chart.Chart;
import decs.helm.chart.HelmVersion;
import decs.template.language.Host;
import decs.template.language.Limits;
import java.util.Map;
import java.util.Objects;

/**
 * All that a render depends on.
 *
 * @param chart as loaded, with all of its subcharts
 * @param values the user's values, merged, without the chart's defaults; not changed
 */
public record RenderRequest(
        Chart chart,
        Map<String, Object> values,
        ReleaseInfo release,
        Capabilities capabilities,
        HelmVersion version,
        RenderOptions options,
        Lookup lookup,
        Host host,
        Limits limits) {
    public RenderRequest {
        Objects.requireNonNull(chart, "chart");
        Objects.requireNonNull(values, "values");
        Objects.requireNonNull(release, "release");
        Objects.requireNonNull(capabilities, "capabilities");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(options, "options");
        Objects.requireNonNull(lookup, "lookup");
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(limits, "limits");
    }

    /** A request with the defaults of {@code version}: its capabilities, no cluster, this machine's clock. */
    public static RenderRequest of(Chart chart, Map<String, Object> values, ReleaseInfo release, HelmVersion version) {
        return new RenderRequest(
                chart,
                values,
                release,
                Capabilities.defaults(version),
                version,
                RenderOptions.defaults(),
                Lookup.NONE,
                Host.system(),
                Limits.defaults());
    }

    public RenderRequest withCapabilities(Capabilities capabilities) {
        return new RenderRequest(chart, values, release, capabilities, version, options, lookup, host, limits);
    }

    public RenderRequest withOptions(RenderOptions options) {
        return new RenderRequest(chart, values, release, capabilities, version, options, lookup, host, limits);
    }

    public RenderRequest withLookup(Lookup lookup) {
        return new RenderRequest(chart, values, release, capabilities, version, options, lookup, host, limits);
    }

    public RenderRequest withHost(Host host) {
        return new RenderRequest(chart, values, release, capabilities, version, options, lookup, host, limits);
    }

    public RenderRequest withLimits(Limits limits) {
        return new RenderRequest(chart, values, release, capabilities, version, options, lookup, host, limits);
    }
}
