package decs.helm.action;

import decs.helm.kube.Cluster;
import decs.helm.kube.ClusterException;
import decs.helm.kube.DeleteOptions;
import decs.helm.kube.KubeObject;
import decs.helm.kube.ListQuery;
import decs.helm.kube.Patch;
import decs.helm.kube.WriteOptions;
import decs.helm.kube.patch.ThreeWayMerge;
import decs.template.source.DecsException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the objects of a release: creates, updates, deletes. Mirrors: kube.Client. */
final class ResourceApplier {
    private final ReleaseContext context;
    private final Cluster cluster;
    private final boolean serverSide;
    private final ReleaseOptions options;
    private final boolean takesOver;
    private final WriteOptions plain = WriteOptions.by("helm");
    /** Objects as the cluster last showed them; by identity, because generated names are not in the manifest. */
    private final IdentityHashMap<ManifestObject, KubeObject> seen;

    ResourceApplier(ReleaseContext context, boolean serverSide, ReleaseOptions options) {
        this(context, serverSide, options, false, new IdentityHashMap<>());
    }

    private ResourceApplier(
            ReleaseContext context,
            boolean serverSide,
            ReleaseOptions options,
            boolean takesOver,
            IdentityHashMap<ManifestObject, KubeObject> seen) {
        this.context = context;
        this.cluster = context.cluster();
        this.serverSide = serverSide;
        this.options = options;
        this.takesOver = takesOver;
        this.seen = seen;
    }

    /** The same, but what this manager owns from client-side writes goes over to server-side apply. */
    ResourceApplier takingOver() {
        return new ResourceApplier(context, serverSide, options, true, seen);
    }

    /** Creates all; failures do not keep the others from being created. */
    void create(List<ManifestObject> objects) {
        List<DecsException> failures = new ArrayList<>();
        for (ManifestObject object : objects) {
            context.run().check();
            try {
                createOne(object);
            } catch (DecsException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw ReleaseException.all(failures, context.helm3());
        }
    }

    private void createOne(ManifestObject object) {
        if (serverSide) {
            apply(object);
        } else {
            try {
                context.run().presence().wrote(object.ref());
                seen.put(object, cluster.create(object.object(), plain));
            } catch (ClusterException e) {
                throw new Refusal(cluster, object, e).within("");
            }
        }
    }

    /** The objects as the cluster last showed them, without asking it again. */
    List<ManifestObject> live(List<ManifestObject> objects) {
        return objects.stream()
                .map(object -> seen.containsKey(object) ? new ManifestObject(seen.get(object), object.type()) : object)
                .toList();
    }

    /**
     * Brings what is live from {@code original} to {@code target}.
     *
     * @param created takes what was created, so that it is known even when a later object fails
     */
    void update(List<ManifestObject> original, List<ManifestObject> target, List<ManifestObject> created) {
        checkForce();
        List<DecsException> failures = new ArrayList<>();
        for (ManifestObject object : target) {
            context.run().check();
            if (unseen(original, object)) {
                applyUnseen(object).ifPresent(failures::add);
                continue;
            }
            Optional<KubeObject> live = live(object);
            if (live.isEmpty()) {
                created.add(object);
                createMissing(object);
                continue;
            }
            try {
                updateOne(before(original, object, live.get()), object, live.get());
            } catch (DecsException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty()) {
            throw joined(failures);
        }
        deleteRemoved(original, target);
    }

    /** Whether an object can be written without a look at what is live: nothing depends on whether it is created. */
    private boolean unseen(List<ManifestObject> original, ManifestObject object) {
        return serverSide
                && !takesOver
                && !options.has(Switch.CLEANUP_ON_FAIL)
                && original.stream().anyMatch(object::isSame);
    }

    private Optional<DecsException> applyUnseen(ManifestObject object) {
        try {
            apply(object);
            return Optional.empty();
        } catch (DecsException e) {
            if (live(object).isEmpty()) {
                throw ReleaseException.within("failed to create resource: ", e);
            }
            return Optional.of(e);
        }
    }

    private void createMissing(ManifestObject object) {
        try {
            createOne(object);
        } catch (DecsException e) {
            throw ReleaseException.within("failed to create resource: ", e);
        }
    }

    private void checkForce() {
        boolean replace = options.has(Switch.FORCE_REPLACE);
        if (replace && serverSide) {
            throw new ReleaseException("invalid operation: cannot use server-side apply and force replace together");
        }
        if (replace && options.has(Switch.FORCE_CONFLICTS)) {
            throw new ReleaseException("invalid operation: cannot use force conflicts and force replace together");
        }
    }

    private static ReleaseException joined(List<DecsException> failures) {
        return ReleaseException.of(
                String.join(
                        " && ", failures.stream().map(DecsException::getMessage).toList()),
                failures.stream().flatMap(e -> e.problems().stream()).toList());
    }

    private Optional<KubeObject> live(ManifestObject object) {
        try {
            Optional<KubeObject> live = cluster.find(object.ref());
            live.ifPresent(found -> seen.put(object, found));
            return live;
        } catch (ClusterException e) {
            throw ReleaseException.within("could not get information about the resource: ", e);
        }
    }

    private KubeObject before(List<ManifestObject> original, ManifestObject object, KubeObject live) {
        Optional<KubeObject> before =
                original.stream().filter(object::isSame).findFirst().map(ManifestObject::object);
        if (before.isEmpty() && !context.helm3()) {
            context.warn(
                    "resource exists on cluster but not in original release, using cluster state as baseline",
                    List.of(
                            Map.entry("namespace", object.namespace()),
                            Map.entry("name", object.name()),
                            Map.entry("kind", object.kind())));
        }
        return before.orElse(live);
    }

    private void updateOne(KubeObject before, ManifestObject target, KubeObject live) {
        if (serverSide) {
            if (takesOver) {
                new FieldTakeover(cluster, "helm").run(live);
            }
            apply(target);
        } else if (options.has(Switch.FORCE_REPLACE)) {
            replace(target, live);
        } else {
            patch(before, target, live);
        }
    }

    private void replace(ManifestObject target, KubeObject live) {
        KubeObject wanted = live.resourceVersion()
                .map(version -> target.object().with(version, "metadata", "resourceVersion"))
                .orElse(target.object());
        try {
            seen.put(target, cluster.replace(wanted, plain));
        } catch (ClusterException e) {
            throw new Refusal(cluster, target, e).within("failed to replace object: ");
        }
    }

    private void patch(KubeObject before, ManifestObject target, KubeObject live) {
        boolean threeWay = options.has(Switch.TAKE_OWNERSHIP)
                || ThreeWayMerge.strategic(target.object().apiVersion(), target.kind());
        Patch.Merge patch = threeWay
                ? ThreeWayMerge.of(before, target.object(), live)
                : ThreeWayMerge.json(before, target.object());
        if (patch.body().isEmpty()) {
            return;
        }
        try {
            seen.put(target, cluster.patch(target.ref(), patch, plain));
        } catch (ClusterException e) {
            throw new Refusal(cluster, target, e)
                    .within("cannot patch \"" + target.name() + "\" with kind " + target.kind() + ": ");
        }
    }

    private void apply(ManifestObject object) {
        apply(object, options.has(Switch.FORCE_CONFLICTS));
    }

    /** Server-side apply that takes over what others own. */
    void applyForced(ManifestObject object) {
        apply(object, true);
    }

    private void apply(ManifestObject object, boolean force) {
        WriteOptions write = plain.withFieldValidation(
                options.has(Switch.NO_OPENAPI_VALIDATION)
                        ? WriteOptions.FieldValidation.IGNORE
                        : WriteOptions.FieldValidation.STRICT);
        try {
            context.run().presence().wrote(object.ref());
            Patch.Apply apply = new Patch.Apply(object.object(), force);
            seen.put(object, cluster.patch(object.ref(), apply, write));
        } catch (ClusterException e) {
            String what =
                    switch (e.reason()) {
                        case CONFLICT -> "conflict occurred while applying object " + object.description() + ": ";
                        case UNSUPPORTED_MEDIA_TYPE -> "server-side apply not available on the server: ";
                        default -> "server-side apply failed for object " + object.description() + ": ";
                    };
            throw new Refusal(cluster, object, e).within(what);
        }
    }

    private void deleteRemoved(List<ManifestObject> original, List<ManifestObject> target) {
        List<DecsException> failures = new ArrayList<>();
        for (ManifestObject object : original) {
            if (target.stream().anyMatch(object::isSame)) {
                continue;
            }
            try {
                Optional<KubeObject> live = cluster.find(object.ref());
                if (live.isPresent() && !ManifestObject.isKept(live.get().annotations())) {
                    delete(object, DeleteOptions.background());
                }
            } catch (ClusterException e) {
                failures.add(e);
            }
        }
        if (!failures.isEmpty() && !context.helm3()) {
            throw joined(failures);
        }
    }

    /** Deletes the pods of {@code objects}, where that is asked for. Mirrors: action.recreate. */
    void recreatePods(List<ManifestObject> objects) {
        if (!options.has(Switch.RECREATE_PODS)) {
            return;
        }
        for (ManifestObject object : objects) {
            LiveResources.pods(object.object()).ifPresent(labels -> {
                ListQuery query = ListQuery.of("v1", "Pod")
                        .inNamespace(object.namespace())
                        .withLabels(labels);
                cluster.list(query).items().forEach(pod -> cluster.delete(pod.ref(), DeleteOptions.background()));
            });
        }
    }

    /** Deletes one object; that it is gone already is no failure. */
    void delete(ManifestObject object, DeleteOptions how) {
        try {
            cluster.delete(object.ref(), how);
        } catch (ClusterException e) {
            if (e.reason() != ClusterException.Reason.NOT_FOUND) {
                throw e;
            }
        }
    }

    /** Deletes all it can and returns what failed. */
    List<DecsException> deleteAll(List<ManifestObject> objects, DeleteOptions how) {
        List<DecsException> failures = new ArrayList<>();
        for (ManifestObject object : objects) {
            try {
                delete(object, how);
            } catch (ClusterException e) {
                failures.add(e);
            }
        }
        return failures;
    }
}
