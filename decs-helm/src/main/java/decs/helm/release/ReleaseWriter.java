package decs.helm.release;

import decs.helm.chart.ChartMetadata;
import decs.helm.chart.HelmVersion;
import decs.helm.render.HookDeletePolicy;
import decs.helm.render.HookEvent;
import decs.helm.render.HookLogPolicy;
import decs.helm.render.RenderedHook;
import decs.template.yaml.Json;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A release as JSON. Mirrors: the field order and omissions of release.Release, Info and Hook; Helm 3 writes a time that
 * is not there as the empty text, Helm 4 leaves it out.
 */
final class ReleaseWriter {
    private static final Set<String> NAME_LISTS = Set.of("events", "delete_policies", "output_log_policies");

    private final HelmVersion helm;

    ReleaseWriter(HelmVersion helm) {
        this.helm = helm;
    }

    String json(Release release, Optional<String> chart, Optional<String> resources) {
        JsonFields out =
                new JsonFields().textUnlessEmpty("name", release.name()).raw("info", state(release.state(), resources));
        chart.ifPresent(json -> out.raw("chart", json));
        return out.mapUnlessEmpty("config", release.config())
                .textUnlessEmpty("manifest", release.manifest())
                .listUnlessEmpty("hooks", release.hooks(), this::hook)
                .numberUnlessZero("version", release.revision())
                .textUnlessEmpty("namespace", release.namespace())
                .textUnlessEmpty("apply_method", of4(release.applyMethod().text()))
                .foreign(release.foreign())
                .end();
    }

    /** Helm 3 drops what only Helm 4 knows. */
    private String of4(String text) {
        return helm == HelmVersion.V4 ? text : "";
    }

    /** Mirrors: action.Metadata. */
    String metadata(Release release) {
        ChartMetadata chart = release.chart().metadata();
        JsonFields out = new JsonFields()
                .text("name", release.name())
                .text("chart", chart.name())
                .text("version", chart.version())
                .text("appVersion", chart.appVersion())
                .mapUnlessEmpty("annotations", chart.annotations());
        if (helm == HelmVersion.V4) {
            out.mapUnlessEmpty("labels", release.labels());
        }
        out.listUnlessEmpty("dependencies", chart.dependencies(), ChartWriter::dependency)
                .text("namespace", release.namespace())
                .number("revision", release.revision())
                .text("status", release.status().text())
                .textUnlessEmpty(
                        "deployedAt",
                        release.state()
                                .lastDeployed()
                                .map(time -> RecordTime.write(time.withNano(0)))
                                .orElse(""));
        if (helm == HelmVersion.V4) {
            out.textUnlessEmpty("applyMethod", release.applyMethod().text());
        }
        return out.end();
    }

    private String state(ReleaseState state, Optional<String> resources) {
        JsonFields out = new JsonFields();
        time(out, "first_deployed", state.firstDeployed());
        time(out, "last_deployed", state.lastDeployed());
        time(out, "deleted", state.deleted());
        out.textUnlessEmpty("description", state.description());
        boolean foreignStatus =
                state.status() == ReleaseStatus.UNKNOWN && state.foreign().containsKey("status");
        out.raw(
                "status",
                Json.write(
                        foreignStatus
                                ? state.foreign().get("status")
                                : state.status().text()));
        out.numberUnlessZero("rollback_revision", helm == HelmVersion.V4 ? state.rollbackRevision() : 0)
                .textUnlessEmpty("notes", state.notes());
        resources.ifPresent(json -> out.raw("resources", json));
        state.foreign().forEach((name, value) -> {
            if (!name.equals("status")) {
                out.raw(name, JsonFields.inOrder(value));
            }
        });
        return out.end();
    }

    private String hook(Hook hook) {
        RenderedHook definition = hook.definition();
        JsonFields run = new JsonFields();
        time(run, "started_at", hook.lastRun().startedAt());
        time(run, "completed_at", hook.lastRun().completedAt());
        run.text("phase", hook.lastRun().phase().text());
        JsonFields out = new JsonFields()
                .textUnlessEmpty("name", definition.name())
                .textUnlessEmpty("kind", definition.kind())
                .textUnlessEmpty("path", definition.path())
                .textUnlessEmpty("manifest", definition.text());
        names(out, hook, "events", definition.events().stream().map(HookEvent::text));
        out.raw("last_run", run.end()).numberUnlessZero("weight", definition.weight());
        names(out, hook, "delete_policies", definition.deletePolicies().stream().map(HookDeletePolicy::text));
        names(
                out,
                hook,
                "output_log_policies",
                definition.logPolicies().stream().map(HookLogPolicy::text));
        hook.foreign().forEach((name, value) -> {
            if (!NAME_LISTS.contains(name)) {
                out.raw(name, JsonFields.inOrder(value));
            }
        });
        return out.end();
    }

    /** A list of names; where the record had names unknown here, its own list. */
    private static void names(JsonFields out, Hook hook, String field, Stream<String> known) {
        if (hook.foreign().containsKey(field)) {
            out.raw(field, JsonFields.inOrder(hook.foreign().get(field)));
        } else {
            out.textsUnlessEmpty(field, known.toList());
        }
    }

    private void time(JsonFields out, String name, Optional<OffsetDateTime> time) {
        if (time.isPresent()) {
            out.text(name, RecordTime.write(time.get()));
        } else if (helm == HelmVersion.V3) {
            out.raw(name, Json.write(""));
        }
    }
}
