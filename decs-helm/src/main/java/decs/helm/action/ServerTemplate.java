package decs.helm.action;

import decs.helm.kube.Cluster;
import decs.helm.kube.ServerVersion;
import decs.helm.render.Lookup;
import decs.helm.render.RenderRequest;
import decs.template.source.DecsException;
import java.util.Objects;

/**
 * {@code helm template} with a server at hand: its capabilities, its objects for {@code lookup}, and whether it knows the
 * kinds of what was rendered.
 *
 * <p>Mirrors: action.Install with {@code --validate} or {@code --dry-run=server}
 */
public final class ServerTemplate {
    private final Template template;
    private final Cluster cluster;

    /** What is asked of the server. */
    public enum Questions {
        /** Objects for {@code lookup} only: Helm 3's {@code --dry-run=server}. */
        OBJECTS,
        /** Capabilities and kinds, but no objects: Helm 3's {@code --validate}. */
        KINDS,
        ALL
    }

    public ServerTemplate(Template template, Cluster cluster) {
        this.template = Objects.requireNonNull(template, "template");
        this.cluster = Objects.requireNonNull(cluster, "cluster");
    }

    /** Renders and prints; where the server is asked for its capabilities, they count in place of the request's. */
    public TemplateResult run(TemplateRequest request, Questions questions) {
        RenderRequest render = request.render();
        if (questions != Questions.OBJECTS) {
            ServerVersion version = ServerFacts.reachFirst(cluster, render.version());
            render = render.withCapabilities(ServerFacts.capabilities(version, cluster, render.version()));
        }
        Lookup lookup = questions == Questions.KINDS ? Lookup.NONE : ServerFacts.lookup(cluster);
        TemplateResult result = template.run(new TemplateRequest(render.withLookup(lookup), request.output()));
        if (questions != Questions.OBJECTS) {
            check(result.manifest(), render.release().namespace());
        }
        return result;
    }

    private void check(String manifest, String namespace) {
        try {
            new ManifestObjects(cluster, namespace).build(manifest);
        } catch (DecsException refused) {
            throw ReleaseException.within("unable to build kubernetes objects from release manifest: ", refused);
        }
    }
}
