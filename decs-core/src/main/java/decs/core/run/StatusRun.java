package decs.core.run;

import decs.core.plan.Plan;
import decs.core.plan.Releases;
import decs.core.plan.ResolvedRelease;
import decs.core.request.ReleaseFailure;
import decs.core.request.ReleaseRef;
import decs.core.request.RunEvent;
import decs.core.request.RunEvent.Step;
import decs.core.request.StatusRequest;
import decs.helm.action.ReadReleases;
import decs.template.source.DecsException;
import java.util.List;

/** {@code status}: what the records say of each release, in the order of the plan. */
public final class StatusRun {
    private final Session session;
    private final StatusRequest request;

    public StatusRun(Session session, StatusRequest request) {
        this.session = session;
        this.request = request;
    }

    public void run(List<Releases> files) {
        for (Releases releases : files) {
            FileRun file = new FileRun(session, releases.state(), "status", request.options());
            file.run(releases, FileRun.Preparing.HOOKS, this::status);
        }
    }

    private void status(Plan plan) {
        for (ResolvedRelease release : plan.releases()) {
            if (!release.installed()) {
                continue;
            }
            ReleaseRef ref = FileRun.ref(release);
            session.listener().on(new RunEvent.Started(ref, Step.STATUS));
            try {
                ReadReleases reader = new ReadReleases(new ReleasePlace(session, release).context());
                String text = HelmText.status(reader.get(release.name(), 0), session.helm(), false);
                session.listener().on(new RunEvent.Printed(ref, Step.STATUS, text));
            } catch (DecsException failed) {
                DecsException told = new HelmCall(session.host(), release)
                        .add("status", release.name())
                        .option("--namespace", release.namespace())
                        .failed(failed, "");
                throw new ReleaseFailure(
                        ref, "release \"" + release.name() + "\" failed: " + told.getMessage(), failed);
            }
        }
    }
}
