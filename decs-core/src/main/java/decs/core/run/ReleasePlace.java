package decs.core.run;

import decs.core.plan.ResolvedRelease;
import decs.helm.action.Notices;
import decs.helm.action.ReleaseContext;
import decs.helm.kube.Cluster;
import decs.helm.release.Release;
import decs.helm.release.ReleaseStatus;
import decs.helm.storage.KubeReleaseStore;
import decs.helm.storage.RecordKind;
import decs.helm.storage.ReleaseHistory;
import decs.helm.storage.ReleaseStore;
import decs.helm.storage.StoredRelease;
import decs.template.source.DecsException;
import java.util.Optional;

/** Where a release lives: its cluster, its namespace, its records. */
record ReleasePlace(Session session, ResolvedRelease release) {

    String namespace() {
        return release.namespace().isEmpty()
                ? session.clusters().defaultNamespace(release.kubeContext())
                : release.namespace();
    }

    ReleaseContext context() {
        Cluster cluster = cluster();
        KubeReleaseStore store = new KubeReleaseStore(
                cluster,
                RecordKind.ofDriver(session.host().environment().getOrDefault("HELM_DRIVER", "")),
                namespace(),
                session.helm(),
                session.host().clock());
        return new ReleaseContext(
                cluster,
                store,
                namespace(),
                session.renderer(),
                session.helm(),
                session.host(),
                Notices.NONE,
                session.clusters().run(release.kubeContext(), notice -> session.notice(notice.message())));
    }

    private Cluster cluster() {
        try {
            return session.clusters().of(release.kubeContext());
        } catch (DecsException failed) {
            String prefix = "Kubernetes cluster unreachable: ";
            throw failed.getMessage().startsWith(prefix)
                    ? failed
                    : new DecsException(prefix + failed.getMessage(), failed.problems(), failed);
        }
    }

    /** The newest revision, unless it was uninstalled. */
    Optional<Release> last() {
        return last(history());
    }

    /** All records of the release, read anew. */
    ReleaseHistory history() {
        return ReleaseHistory.of(context().store(), release.name());
    }

    static Optional<Release> last(ReleaseHistory history) {
        return history.last().map(StoredRelease::release).filter(found -> found.status() != ReleaseStatus.UNINSTALLED);
    }

    /** Where the last revision was broken off half-way, calls it failed, so that another may follow. */
    void endPending() {
        ReleaseStore store = context().store();
        ReleaseHistory.of(store, release.name())
                .last()
                .filter(stored -> stored.release().status().text().startsWith("pending"))
                .ifPresent(stored -> store.update(
                        stored, stored.release().withStatus(ReleaseStatus.FAILED, "Broken off; repaired by apply")));
    }

    /** The revision that comparisons start from: the deployed one, else the newest. */
    static Optional<Release> current(ReleaseHistory history) {
        return deployed(history).or(() -> last(history));
    }

    /** The deployed revision. */
    Optional<Release> deployed() {
        return deployed(history());
    }

    private static Optional<Release> deployed(ReleaseHistory history) {
        return history.deployed().stream().findFirst().map(StoredRelease::release);
    }
}
