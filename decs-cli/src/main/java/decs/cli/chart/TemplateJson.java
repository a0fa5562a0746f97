package decs.cli.chart;

import decs.helm.action.TemplateResult;
import decs.helm.render.HookEvent;
import decs.helm.render.Manifest;
import decs.helm.render.RenderedHook;
import decs.helm.render.UnusedValues;
import decs.template.source.DecsException;
import decs.template.source.ProblemData;
import decs.template.value.ValueMap;
import decs.template.yaml.Json;
import java.util.ArrayList;
import java.util.List;

/** {@code helm template --output json}: what was rendered, or why not, as one line of JSON. */
final class TemplateJson {
    private TemplateJson() {}

    static String of(TemplateResult result, List<UnusedValues.Unused> unused) {
        ValueMap tree = new ValueMap();
        tree.put("ok", true);
        List<Object> manifests = new ArrayList<>();
        result.rendered().manifests().forEach(manifest -> manifests.add(manifest(manifest)));
        tree.put("manifests", manifests);
        List<Object> hooks = new ArrayList<>();
        result.hooks().forEach(hook -> hooks.add(hook(hook)));
        tree.put("hooks", hooks);
        tree.put("notes", result.rendered().notes());
        tree.put("warnings", new ArrayList<>(result.warnings()));
        tree.put("unused", new ArrayList<>(unused.stream().map(Object::toString).toList()));
        return Json.write(tree);
    }

    static String of(DecsException failed) {
        ValueMap tree = new ValueMap();
        tree.put("ok", false);
        tree.put("error", failed.getMessage());
        tree.put("problems", ProblemData.of(failed.problems()));
        return Json.write(tree);
    }

    private static ValueMap manifest(Manifest manifest) {
        ValueMap map = new ValueMap();
        map.put("path", manifest.path());
        map.put("apiVersion", manifest.head().apiVersion());
        map.put("kind", manifest.head().kind());
        map.put("name", manifest.head().name());
        map.put("text", manifest.text());
        return map;
    }

    private static ValueMap hook(RenderedHook hook) {
        ValueMap map = new ValueMap();
        map.put("path", hook.path());
        map.put("kind", hook.kind());
        map.put("name", hook.name());
        map.put(
                "events",
                new ArrayList<>(hook.events().stream().map(HookEvent::text).toList()));
        map.put("weight", hook.weight());
        map.put("text", hook.text());
        return map;
    }
}
