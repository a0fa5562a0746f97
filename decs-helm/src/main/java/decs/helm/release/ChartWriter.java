package decs.helm.release;

import decs.helm.chart.Chart;
import decs.helm.chart.ChartFile;
import decs.helm.chart.ChartLock;
import decs.helm.chart.ChartMetadata;
import decs.helm.chart.Dependency;
import decs.helm.chart.Maintainer;
import decs.helm.render.HelmVersion;
import decs.template.yaml.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;

/** A chart as the JSON of a release record. Mirrors: the field order and omissions of chart.Chart and its parts. */
final class ChartWriter {
    private ChartWriter() {}

    static String json(Chart chart, HelmVersion helm) {
        boolean times = helm == HelmVersion.V4;
        JsonFields out = new JsonFields()
                .raw("metadata", metadata(chart.metadata()))
                .raw("lock", chart.lock().map(ChartWriter::lock).orElse("null"))
                .raw("templates", files(chart.templates(), times))
                .raw("values", values(chart))
                .raw("schema", chart.schema().map(schema -> bytes(schema.data())).orElse("null"));
        if (times) {
            out.raw("schemamodtime", time(chart.schema().map(ChartFile::modified).orElse(ChartFile.NO_TIME)));
        }
        out.raw("files", files(chart.files(), times));
        if (times) {
            out.raw("modtime", time(chart.modified()));
        }
        return out.end();
    }

    /** Metadata by itself, in the same order. */
    static String metadata(ChartMetadata data) {
        return new JsonFields()
                .textUnlessEmpty("name", data.name())
                .textUnlessEmpty("home", data.home())
                .textsUnlessEmpty("sources", data.sources())
                .textUnlessEmpty("version", data.version())
                .textUnlessEmpty("description", data.description())
                .textsUnlessEmpty("keywords", data.keywords())
                .listUnlessEmpty("maintainers", data.maintainers(), ChartWriter::maintainer)
                .textUnlessEmpty("icon", data.icon())
                .textUnlessEmpty("apiVersion", data.apiVersion())
                .textUnlessEmpty("condition", data.condition())
                .textUnlessEmpty("tags", data.tags())
                .textUnlessEmpty("appVersion", data.appVersion())
                .trueOnly("deprecated", data.deprecated())
                .mapUnlessEmpty("annotations", data.annotations())
                .textUnlessEmpty("kubeVersion", data.kubeVersion())
                .listUnlessEmpty("dependencies", data.dependencies(), ChartWriter::dependency)
                .textUnlessEmpty("type", data.type())
                .end();
    }

    private static String maintainer(Maintainer maintainer) {
        return new JsonFields()
                .textUnlessEmpty("name", maintainer.name())
                .textUnlessEmpty("email", maintainer.email())
                .textUnlessEmpty("url", maintainer.url())
                .end();
    }

    private static String dependency(Dependency dependency) {
        return new JsonFields()
                .text("name", dependency.name())
                .textUnlessEmpty("version", dependency.version())
                .text("repository", dependency.repository())
                .textUnlessEmpty("condition", dependency.condition())
                .textsUnlessEmpty("tags", dependency.tags())
                .trueOnly("enabled", dependency.enabled())
                .listUnlessEmpty("import-values", dependency.importValues(), Json::write)
                .textUnlessEmpty("alias", dependency.alias())
                .end();
    }

    private static String lock(ChartLock lock) {
        String generated = RecordTime.read(lock.generated()).map(RecordTime::write).orElse(RecordTime.ZERO);
        return new JsonFields()
                .text("generated", generated)
                .text("digest", lock.digest())
                .raw(
                        "dependencies",
                        lock.dependencies().isEmpty()
                                ? "null"
                                : JsonFields.list(lock.dependencies(), ChartWriter::dependency))
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
        return (times ? out.raw("modtime", time(file.modified())) : out).end();
    }

    private static String time(Instant time) {
        return '"' + RecordTime.write(time.atOffset(ZoneOffset.UTC)) + '"';
    }

    private static String bytes(byte[] data) {
        return '"' + Base64.getEncoder().encodeToString(data) + '"';
    }
}
