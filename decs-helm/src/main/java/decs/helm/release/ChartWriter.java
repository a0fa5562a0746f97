package decs.helm.release;

import decs.helm.chart.Chart;
import decs.helm.chart.ChartFile;
import decs.helm.chart.ChartLock;
import decs.helm.chart.ChartYaml;
import decs.helm.chart.Dependency;
import decs.helm.chart.HelmVersion;
import decs.template.yaml.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A chart as the JSON of a release record. Mirrors: the field order and omissions of chart.Chart and its parts. */
final class ChartWriter {
    private ChartWriter() {}

    static String json(Chart chart, HelmVersion helm) {
        boolean times = helm == HelmVersion.V4;
        JsonFields out = new JsonFields()
                .raw("metadata", struct(ChartYaml.tree(chart.metadata())))
                .raw("lock", chart.lock().map(ChartWriter::lock).orElse("null"))
                .raw("templates", files(chart.templates(), times))
                .raw("values", values(chart))
                .raw(
                        "schema",
                        chart.schema().map(schema -> bytes(schema.data())).orElse("null"));
        if (times) {
            out.raw(
                    "schemamodtime",
                    time(chart.schema().map(ChartFile::modified).orElse(ChartFile.NO_TIME)));
        }
        out.raw("files", files(chart.files(), times));
        if (times && !chart.modified().equals(ChartFile.NO_TIME)) {
            out.raw("modtime", time(chart.modified()));
        }
        return out.end();
    }

    static String dependency(Dependency dependency) {
        return struct(ChartYaml.tree(dependency));
    }

    /** Structs by their fields, but the maps among them sorted. */
    private static String struct(Map<String, Object> tree) {
        JsonFields out = new JsonFields();
        tree.forEach((name, value) -> {
            if (name.equals("dependencies")) {
                out.raw(name, JsonFields.list(JsonTree.list(value), item -> struct(JsonTree.map(item))));
            } else if (name.equals("maintainers")) {
                out.raw(name, JsonFields.inOrder(value));
            } else {
                out.raw(name, Json.write(value));
            }
        });
        return out.end();
    }

    private static String lock(ChartLock lock) {
        String generated =
                RecordTime.read(lock.generated()).map(RecordTime::write).orElse(RecordTime.ZERO);
        return new JsonFields()
                .text("generated", generated)
                .text("digest", lock.digest())
                .raw(
                        "dependencies",
                        lock.dependencies().isEmpty()
                                ? "null"
                                : JsonFields.list(lock.dependencies(), item -> struct(ChartYaml.tree(item))))
                .end();
    }

    private static String values(Chart chart) {
        boolean none = chart.values().isEmpty() && chart.valuesSource().isEmpty();
        return none ? "null" : Json.write(chart.values());
    }

    private static String files(List<ChartFile> files, boolean times) {
        return files.isEmpty() ? "null" : JsonFields.list(files, file -> file(file, times));
    }

    private static String file(ChartFile file, boolean times) {
        JsonFields out = new JsonFields().text("name", file.name()).raw("data", bytes(file.data()));
        boolean timed = times && !file.modified().equals(ChartFile.NO_TIME);
        return (timed ? out.raw("modtime", time(file.modified())) : out).end();
    }

    private static String time(Instant time) {
        return '"' + RecordTime.write(time.atOffset(ZoneOffset.UTC)) + '"';
    }

    private static String bytes(byte[] data) {
        return '"' + Base64.getEncoder().encodeToString(data) + '"';
    }
}
