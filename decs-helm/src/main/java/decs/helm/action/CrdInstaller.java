package decs.helm.action;

import decs.helm.kube.Cluster;
import decs.helm.kube.ClusterException;
import decs.helm.render.CrdFile;
import decs.template.source.DecsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Creates the objects below {@code crds/} and waits until the server serves them; those that exist stay as they are. */
final class CrdInstaller {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

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
            context.cluster().discovery(Cluster.Freshness.NEW);
        }
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
