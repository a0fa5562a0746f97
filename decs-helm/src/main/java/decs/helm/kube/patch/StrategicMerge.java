package decs.helm.kube.patch;

import decs.helm.kube.KubeObject;
import decs.helm.kube.schema.ApiTypes;
import decs.helm.kube.schema.Field;
import decs.helm.kube.schema.Shape;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an API server makes of an object and a strategic merge patch.
 *
 * <p>Mirrors: strategicpatch.StrategicMergePatch
 */
public final class StrategicMerge {
    private StrategicMerge() {}

    /** The patched object; the kind must be a built-in one. */
    public static KubeObject apply(KubeObject live, Map<String, Object> patch) {
        Shape.Struct type = ApiTypes.builtIn()
                .type(live.apiVersion(), live.kind())
                .orElseThrow(() -> new PatchException("no built-in kind " + live.kind() + " in " + live.apiVersion()));
        return KubeObject.of(maps(live.content(), patch, type));
    }

    static Map<String, Object> maps(Map<String, Object> live, Map<String, Object> patch, Shape shape) {
        Object directive = patch.get(Directive.PATCH);
        if (Directive.DELETE.equals(directive)) {
            return Map.of();
        }
        if (Directive.REPLACE.equals(directive)) {
            Map<String, Object> replacement = new LinkedHashMap<>(patch);
            replacement.remove(Directive.PATCH);
            return replacement;
        }
        if (directive != null && !Directive.MERGE.equals(directive)) {
            throw new PatchException("unknown patch type found: " + GoText.of(directive));
        }
        Map<String, Object> result = new LinkedHashMap<>(live);
        if (patch.get(Directive.RETAIN_KEYS) instanceof List<?> retained) {
            result.keySet().retainAll(new HashSet<>(retained));
        }
        Set<String> names = new LinkedHashSet<>();
        patch.keySet().forEach(key -> names.add(listName(key)));
        names.remove(Directive.PATCH);
        names.remove(Directive.RETAIN_KEYS);
        names.forEach(name -> value(name, patch, shape, result));
        return result;
    }

    /** The field that a key of a patch is about. */
    private static String listName(String key) {
        if (key.startsWith(Directive.ORDER)) {
            return key.substring(Directive.ORDER.length());
        }
        return key.startsWith(Directive.DELETE_SCALARS) ? key.substring(Directive.DELETE_SCALARS.length()) : key;
    }

    private static void value(String name, Map<String, Object> patch, Shape shape, Map<String, Object> result) {
        Object live = result.get(name);
        Object change = patch.get(name);
        if (patch.containsKey(name) && change == null) {
            result.remove(name);
            return;
        }
        Optional<Field> field = shape instanceof Shape.Struct struct ? struct.field(name) : Optional.empty();
        boolean listDirective =
                patch.containsKey(Directive.ORDER + name) || patch.containsKey(Directive.DELETE_SCALARS + name);
        if ((change instanceof List || listDirective)
                && field.isPresent()
                && field.get().merge().lists()) {
            if (live instanceof List<?> before) {
                result.put(name, new MergingList(field.get(), Values.list(before)).patched(patch));
            } else if (change instanceof List<?> list) {
                result.put(name, withoutDirectives(list));
            }
        } else if (change instanceof Map<?, ?> map) {
            Map<String, Object> below = live instanceof Map<?, ?> inner ? Values.map(inner) : Map.of();
            result.put(name, maps(below, Values.map(map), shape.child(name)));
        } else if (patch.containsKey(name)) {
            result.put(name, change);
        }
    }

    /** A list that has nothing to merge with. */
    private static List<Object> withoutDirectives(List<?> list) {
        return Values.list(list).stream()
                .filter(item -> !(item instanceof Map<?, ?> map && map.containsKey(Directive.PATCH)))
                .map(item ->
                        item instanceof Map<?, ?> map ? maps(Map.of(), Values.map(map), Shape.Anything.ANYTHING) : item)
                .toList();
    }
}
