package decs.helm.action;

import decs.helm.kube.Cluster;
import decs.helm.kube.ClusterException;
import decs.helm.kube.Discovery;
import decs.helm.kube.KubeObject;
import decs.helm.render.CrdFile;
import decs.template.source.DecsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Creates the objects below {@code crds/} and waits until the server serves them; those that exist stay as they are. */
final class CrdInstaller {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int MOST_QUESTIONS = 40;

    private final ReleaseContext context;
    private final ResourceApplier applier;
    private final ObjectWait wait;

    CrdInstaller(ReleaseContext context, ResourceApplier applier, ObjectWait wait) {
        this.context = context;
        this.applier = applier;
        this.wait = wait;
    }

    void install(List<CrdFile> files) {
        ManifestObjects objects = new ManifestObjects(context.cluster(), context.namespace());
        List<ManifestObject> created = new ArrayList<>();
        for (CrdFile file : files) {
            List<ManifestObject> built;
            try {
                built = objects.build(file.text());
            } catch (DecsException e) {
                throw ReleaseException.within("failed to install CRD " + file.path() + ": ", e);
            }
            for (ManifestObject object : built) {
                if (create(object, file)) {
                    created.add(object);
                }
            }
        }
        if (!created.isEmpty()) {
            wait.ready(applier.live(created), TIMEOUT, false);
            awaitServed(created);
        }
    }

    /** A server may take a moment from establishing a definition to saying that it serves the kind. */
    private void awaitServed(List<ManifestObject> created) {
        for (int asked = 0; asked < MOST_QUESTIONS; asked++) {
            Discovery served = context.cluster().discovery(Cluster.Freshness.NEW);
            if (created.stream().allMatch(definition -> isServed(definition.object(), served))) {
                return;
            }
            context.run().pause(PAUSE);
        }
    }

    private static boolean isServed(KubeObject definition, Discovery served) {
        String group = definition.text("spec", "group").orElse("");
        String kind = definition.text("spec", "names", "kind").orElse("");
        return definition.maps("spec", "versions").stream()
                .filter(version -> Boolean.TRUE.equals(version.get("served")))
                .allMatch(version ->
                        served.find(group + "/" + version.get("name"), kind).isPresent());
    }

    private boolean create(ManifestObject object, CrdFile file) {
        if (context.cluster().find(object.ref()).isPresent()) {
            return false;
        }
        try {
            applier.create(List.of(object));
            return true;
        } catch (DecsException e) {
            if (e.getCause() instanceof ClusterException cluster
                    && cluster.reason() == ClusterException.Reason.ALREADY_EXISTS) {
                return false;
            }
            throw ReleaseException.within("failed to install CRD " + file.path() + ": ", e);
        }
    }
}
