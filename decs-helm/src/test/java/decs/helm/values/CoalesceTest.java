package decs.helm.values;

import static org.junit.jupiter.api.Assertions.assertEquals;

import decs.helm.chart.Chart;
import decs.helm.chart.ChartException;
import decs.helm.chart.ChartFile;
import decs.helm.chart.ChartMetadata;
import decs.helm.chart.Dependency;
import decs.helm.chart.HelmVersion;
import decs.template.value.ValueMap;
import decs.template.yaml.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A chart p with a subchart s with a subchart t, random values: what Helm 3.22.0 and 4.3.1 gave to the templates of each
 * ({@code coalesce.jsonl}).
 */
class CoalesceTest {
    @TestFactory
    Stream<DynamicTest> asHelm() throws IOException {
        try (InputStream in = CoalesceTest.class.getResourceAsStream("coalesce.jsonl")) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.stream().flatMap(line -> {
                ValueMap recorded = (ValueMap) Json.read(line);
                return Stream.of(
                        DynamicTest.dynamicTest("helm3", () -> check(recorded, "helm3", HelmVersion.V3)),
                        DynamicTest.dynamicTest("helm4", () -> check(recorded, "helm4", HelmVersion.V4)));
            });
        }
    }

    private static void check(ValueMap recorded, String helm, HelmVersion version) {
        String before = Json.write(recorded);
        assertEquals(Json.write(recorded.get(helm)), Json.write(outcome(recorded, version)));
        assertEquals(before, Json.write(recorded), "charts and user values stay as they are");
    }

    private static Map<String, Object> outcome(ValueMap recorded, HelmVersion version) {
        Map<String, Object> seen = new TreeMap<>();
        String prefix = version == HelmVersion.V4 ? "chart dependencies processing failed: " : "";
        try {
            Chart t = chart("t", recorded, null, List.of());
            Chart s = chart("s", recorded, recorded.get("sdeps"), List.of(t));
            Chart p = chart("p", recorded, recorded.get("deps"), List.of(s));
            ValueMap user = (ValueMap) recorded.get("user");
            Chart processed = new ChartDependencies(version, warning -> {}).process(p, user);
            prefix = "";
            collect(processed, ChartValues.coalesce(processed, user, version, warning -> {}), "", seen);
        } catch (ChartException refused) {
            seen.clear();
            seen.put("error", "Error: " + prefix + refused.getMessage());
        }
        return seen;
    }

    private static void collect(Chart chart, ValueMap values, String above, Map<String, Object> seen) {
        String path = above + chart.name();
        seen.put(path + "/templates/t.yaml", values);
        chart.subcharts().forEach(sub -> collect(sub, (ValueMap) values.get(sub.name()), path + "/charts/", seen));
    }

    private static Chart chart(String name, ValueMap recorded, Object dependencies, List<Chart> subcharts) {
        List<Dependency> named = new ArrayList<>();
        if (dependencies instanceof List<?> list) {
            list.forEach(entry -> named.add(dependency((ValueMap) entry)));
        }
        ChartMetadata metadata = new ChartMetadata(
                name, "", List.of(), "0.1.0", "", List.of(), List.of(), "", "v2", "", "", "", false, Map.of(), "",
                named, "");
        return new Chart(
                metadata,
                Optional.empty(),
                (ValueMap) recorded.get(name),
                Optional.empty(),
                Optional.empty(),
                ChartFile.NO_TIME,
                List.of(),
                List.of(),
                subcharts);
    }

    private static Dependency dependency(ValueMap entry) {
        List<String> tags = new ArrayList<>();
        ((List<?>) entry.getOrDefault("tags", List.of())).forEach(tag -> tags.add((String) tag));
        return new Dependency(
                (String) entry.get("name"),
                (String) entry.get("version"),
                "",
                (String) entry.getOrDefault("condition", ""),
                tags,
                false,
                new ArrayList<>((List<?>) entry.getOrDefault("import-values", List.of())),
                (String) entry.getOrDefault("alias", ""));
    }
}
