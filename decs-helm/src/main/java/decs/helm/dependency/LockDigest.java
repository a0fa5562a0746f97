package decs.helm.dependency;

import decs.helm.archive.Digests;
import decs.helm.chart.ChartYaml;
import decs.helm.chart.Dependency;
import decs.helm.chart.FieldJson;
import decs.template.value.ValueMap;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The digest in Chart.lock: of what Chart.yaml wants and what was found for it.
 *
 * <p>Mirrors: resolver.HashReq, resolver.HashV2Req
 */
final class LockDigest {
    private LockDigest() {}

    static String of(List<Dependency> wanted, List<Dependency> locked) {
        return sha256(FieldJson.write(List.of(trees(wanted), trees(locked))));
    }

    /** What Helm 2 wrote into requirements.lock. */
    static String ofHelm2(List<Dependency> wanted) {
        ValueMap tree = new ValueMap();
        tree.put("dependencies", trees(wanted));
        return sha256(FieldJson.write(tree));
    }

    private static List<ValueMap> trees(List<Dependency> dependencies) {
        return dependencies.stream().map(ChartYaml::tree).toList();
    }

    private static String sha256(String text) {
        return "sha256:" + Digests.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
