package decs.helm.release;

import decs.helm.render.HookDeletePolicy;
import decs.helm.render.HookEvent;
import decs.helm.render.HookLogPolicy;
import decs.helm.render.RenderedHook;
import decs.template.value.ValueMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A release from its JSON, in the form of any Helm since 3.0. */
final class ReleaseReader {
    private ReleaseReader() {}

    static Release read(Map<String, Object> json) {
        JsonTree tree = new JsonTree(json);
        return new Release(
                tree.text("name"),
                tree.text("namespace"),
                tree.number("version"),
                state(tree.object("info")),
                StoredChart.read(tree.map("chart")),
                new ValueMap(tree.map("config")),
                tree.text("manifest"),
                tree.objects("hooks").stream().map(ReleaseReader::hook).toList(),
                ApplyMethod.of(tree.text("apply_method")),
                Map.of(),
                tree.rest());
    }

    private static ReleaseState state(JsonTree tree) {
        String status = tree.text("status");
        ReleaseStatus known = ReleaseStatus.of(status);
        if (known == ReleaseStatus.UNKNOWN && !status.equals(known.text()) && !status.isEmpty()) {
            tree.keep("status");
        }
        return new ReleaseState(
                RecordTime.read(tree.text("first_deployed")),
                RecordTime.read(tree.text("last_deployed")),
                RecordTime.read(tree.text("deleted")),
                tree.text("description"),
                known,
                tree.number("rollback_revision"),
                tree.text("notes"),
                tree.rest());
    }

    private static Hook hook(JsonTree tree) {
        List<HookEvent> events = named(tree, "events", HookEvent::of);
        RenderedHook definition = new RenderedHook(
                tree.text("name"),
                tree.text("kind"),
                tree.text("path"),
                tree.text("manifest"),
                events,
                tree.number("weight"),
                named(tree, "delete_policies", HookDeletePolicy::of),
                named(tree, "output_log_policies", HookLogPolicy::of));
        JsonTree run = tree.object("last_run");
        HookRun lastRun = new HookRun(
                RecordTime.read(run.text("started_at")),
                RecordTime.read(run.text("completed_at")),
                HookPhase.of(run.text("phase")));
        return new Hook(definition, lastRun, tree.rest());
    }

    /** The known ones of a list of names; a list with others among them stays in the record as it was. */
    private static <T> List<T> named(JsonTree tree, String field, Function<String, Optional<T>> parse) {
        List<String> names = tree.texts(field);
        List<T> known = names.stream().map(parse).flatMap(Optional::stream).toList();
        if (known.size() < names.size()) {
            tree.keep(field);
        }
        return known;
    }
}
