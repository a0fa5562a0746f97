package decs.helm.action;

import decs.helm.kube.Cluster;
import decs.helm.kube.ClusterException;
import decs.helm.kube.Discovery;
import decs.helm.kube.KubeObject;
import decs.helm.render.CrdFile;
import decs.template.source.DecsException;
import decs.template.source.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Creates the objects below {@code crds/} and waits until the server serves them. Those that exist stay as they are, or
 * are brought to what the chart has, where that is asked for.
 */
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
        List<ManifestObject> written = new ArrayList<>();
        for (CrdFile file : files) {
            for (ManifestObject object : build(file)) {
                if (create(object, file)) {
                    written.add(object);
                }
            }
        }
        await(written);
    }

    private List<ManifestObject> build(CrdFile file) {
        try {
            return new ManifestObjects(context.cluster(), context.namespace()).build(file.text());
        } catch (DecsException e) {
            throw ReleaseException.within("failed to install CRD " + file.path() + ": ", e);
        }
    }

    private void await(List<ManifestObject> written) {
        if (!written.isEmpty()) {
            wait.ready(applier.live(written), TIMEOUT, false);
            awaitServed(written);
        }
    }

    /**
     * Creates those that are not there and changes those that differ, once it is known that all may be.
     *
     * @param rehearsal only finds out whether they may be
     */
    void apply(List<CrdFile> files, boolean rehearsal) {
        List<ManifestObject> definitions =
                files.stream().flatMap(file -> build(file).stream()).toList();
        List<Problem> problems = new ArrayList<>();
        for (ManifestObject definition : definitions) {
            context.cluster().find(definition.ref()).ifPresent(live -> problems.addAll(dropped(definition, live)));
        }
        if (!problems.isEmpty()) {
            throw ReleaseException.of(
                    problems.stream().map(Problem::message).collect(Collectors.joining("; ")), problems);
        }
        if (!rehearsal) {
            definitions.forEach(this::applyOne);
            await(definitions);
        }
    }

    private void applyOne(ManifestObject definition) {
        context.run().check();
        context.cluster().find(definition.ref()).ifPresent(new FieldTakeover(context.cluster(), "helm")::run);
        applier.applyForced(definition);
    }

    /** The versions in which objects are stored and which the chart's definition no longer has. */
    private static List<Problem> dropped(ManifestObject definition, KubeObject live) {
        List<Object> kept = definition.object().maps("spec", "versions").stream()
                .map(version -> version.get("name"))
                .toList();
        return live.list("status", "storedVersions").stream()
                .filter(version -> !kept.contains(version))
                .map(version -> Problem.of("CustomResourceDefinition \"" + live.name()
                                + "\" cannot be upgraded: objects are" + " stored in version " + version
                                + ", which the chart's definition does not have")
                        .withHint("keep the version in the definition (served: false), write every object anew"
                                + " so that it is stored in another version, and take it out of"
                                + " status.storedVersions first"))
                .toList();
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
