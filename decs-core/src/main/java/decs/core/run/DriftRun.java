package decs.core.run;

import decs.core.plan.Plan;
import decs.core.plan.Releases;
import decs.core.plan.ResolvedRelease;
import decs.core.request.DriftRequest;
import decs.core.request.ReleaseFailure;
import decs.helm.action.Drift;
import decs.helm.action.ReleaseDrift;
import decs.template.source.DecsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code drift}: the live objects of each release against its record, releases side by side, told in the plan's order. */
public final class DriftRun {
    private final Session session;
    private final DriftRequest request;

    public DriftRun(Session session, DriftRequest request) {
        this.session = session;
        this.request = request;
    }

    public List<ReleaseDrift> run(List<Releases> files) {
        List<ReleaseDrift> found = new ArrayList<>();
        try (Workers workers = new Workers(request.options().concurrency())) {
            for (Releases releases : files) {
                FileRun file = new FileRun(session, releases.state(), "drift", request.options());
                file.run(releases, FileRun.Preparing.BARE, plan -> compare(plan, workers, found));
            }
        }
        return found;
    }

    private void compare(Plan plan, Workers workers, List<ReleaseDrift> found) {
        List<ResolvedRelease> installed =
                plan.releases().stream().filter(ResolvedRelease::installed).toList();
        workers.inOrder(installed, this::compare, drift -> drift.ifPresent(found::add));
    }

    /** Empty for a release that was never deployed: there is nothing to drift from. */
    private Optional<ReleaseDrift> compare(ResolvedRelease release) {
        ReleasePlace place = new ReleasePlace(session, release);
        try {
            Drift drift = new Drift(place.context(), request.ignored());
            Optional<ReleaseDrift> found = place.deployed().map(drift::of);
            if (found.isEmpty()) {
                session.notice("release " + release.name() + " is not deployed\n");
            }
            return found;
        } catch (DecsException failed) {
            throw new ReleaseFailure(
                    FileRun.ref(release), "release \"" + release.name() + "\" failed: " + failed.getMessage(), failed);
        }
    }
}
