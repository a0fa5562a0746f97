package decs.core.compare;

import decs.helm.action.LiveMerge;
import decs.helm.action.ReleaseContext;
import decs.helm.kube.KubeObject;
import decs.template.source.DecsException;
import decs.template.yaml.Yaml;
import java.util.List;
import java.util.stream.Collectors;

/** The two manifests of a comparison. */
public record Manifests(String before, String after) {

    /**
     * What is live in place of what is recorded, and what an upgrade would make of it in place of what was rendered.
     *
     * @param takesOwnership whether the upgrade takes over objects that are live and of no release
     */
    public Manifests live(ReleaseContext context, boolean takesOwnership) {
        LiveMerge merge = new LiveMerge(context.cluster(), context.namespace(), takesOwnership);
        try {
            LiveMerge.Result result = merge.of(before, after);
            return new Manifests(text(result.before()), text(result.after()));
        } catch (DecsException refused) {
            throw new DecsException(
                    "unable to generate manifests: " + refused.getMessage(), refused.problems(), refused);
        }
    }

    private static String text(List<KubeObject> objects) {
        return objects.stream()
                .map(object -> "---\n" + Yaml.write(object.content()))
                .collect(Collectors.joining());
    }
}
