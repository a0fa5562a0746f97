package decs.core.compare;

import decs.core.request.DiffOptions;
import decs.helm.action.ValuesReuse;
import decs.helm.chart.Chart;
import decs.helm.render.KubeVersion;
import decs.template.value.ValueMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Asks what an upgrade would change.
 *
 * @param values those given with the question
 * @param absentAllowed whether a release that is not there is compared with nothing
 * @param fresh whether the release counts as absent, without a look at the cluster
 * @param validated whether the server must know every kind
 * @param numbered whether templates see the revision that the upgrade would make, not 1
 * @param takesOwnership whether live objects of no release would be taken over
 * @param kubeVersion over the server's
 * @param apiVersions beside the server's
 */
public record UpgradeDiff(
        String name,
        Chart chart,
        ValueMap values,
        ValuesReuse reuse,
        boolean absentAllowed,
        boolean fresh,
        boolean validated,
        boolean numbered,
        boolean takesOwnership,
        Optional<KubeVersion> kubeVersion,
        List<String> apiVersions,
        DiffOptions options) {
    public UpgradeDiff {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(chart, "chart");
        Objects.requireNonNull(values, "values");
        Objects.requireNonNull(reuse, "reuse");
        Objects.requireNonNull(kubeVersion, "kubeVersion");
        apiVersions = List.copyOf(apiVersions);
        Objects.requireNonNull(options, "options");
    }
}
