package decs.helm.kube.patch;

import decs.helm.kube.KubeObject;
import decs.helm.kube.Patch;
import decs.helm.kube.schema.ApiTypes;
import decs.helm.kube.schema.Shape;
import java.util.Map;

/**
 * The patch that brings a live object to what is wanted: what differs between live and wanted is set, what was wanted
 * before and is no more is removed, and what others set stays.
 */
public final class ThreeWayMerge {
    private ThreeWayMerge() {}

    /** Whether a kind is patched with a strategic merge: the built-in ones that clients know the Go type of. */
    public static boolean strategic(String apiVersion, String kind) {
        return ApiTypes.builtIn().strategic(apiVersion, kind);
    }

    /** The patch for the kind of {@code modified}: a strategic merge where that can be, else a merge from three trees. */
    public static Patch.Merge of(KubeObject original, KubeObject modified, KubeObject current) {
        return strategic(modified.apiVersion(), modified.kind())
                ? strategic(original, modified, current)
                : json(original, modified, current);
    }

    /**
     * The strategic merge patch for a built-in kind; its body is empty when there is nothing to do.
     *
     * <p>Mirrors: strategicpatch.CreateThreeWayMergePatch with overwrite.
     */
    public static Patch.Strategic strategic(KubeObject original, KubeObject modified, KubeObject current) {
        Shape.Struct type = ApiTypes.builtIn()
                .type(modified.apiVersion(), modified.kind())
                .orElseThrow(() -> new PatchException(
                        "no built-in kind " + modified.kind() + " in version " + modified.apiVersion()));
        Map<String, Object> changes =
                new StrategicDiff(StrategicDiff.Half.CHANGES).between(current.content(), modified.content(), type);
        Map<String, Object> removals =
                new StrategicDiff(StrategicDiff.Half.REMOVALS).between(original.content(), modified.content(), type);
        return new Patch.Strategic(PatchUnion.of(removals, changes, type));
    }

    /** The merge patch from one tree to the other: what Helm sends for custom kinds. */
    public static Patch.JsonMerge json(KubeObject original, KubeObject modified) {
        return new Patch.JsonMerge(JsonMerge.between(original.content(), modified.content()));
    }

    /**
     * The merge patch from three trees, for custom kinds.
     *
     * <p>Mirrors: jsonmergepatch.CreateThreeWayJSONMergePatch
     */
    public static Patch.JsonMerge json(KubeObject original, KubeObject modified, KubeObject current) {
        return new Patch.JsonMerge(JsonMerge.threeWay(original.content(), modified.content(), current.content()));
    }
}
