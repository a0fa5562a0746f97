package decs.core.run;

import decs.core.plan.Plan;
import decs.core.plan.Releases;
import decs.core.plan.ResolvedRelease;
import decs.core.plan.Wave;
import decs.core.request.ReleaseFailure;
import decs.core.request.ReleaseRef;
import decs.core.request.RunEvent;
import decs.core.request.RunEvent.Step;
import decs.core.request.StatusRequest;
import decs.helm.action.ReadReleases;
import decs.helm.action.ReleaseContext;
import decs.helm.release.Release;
import decs.helm.text.StatusReport;
import decs.template.source.DecsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code status}: what the records say of each release, up to the first wave with one that cannot be told. */
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
        for (Wave wave : plan.waves()) {
            session.begin(wave);
            List<DecsException> failures = new ArrayList<>();
            wave.releases().stream().filter(ResolvedRelease::installed).forEach(release -> status(release)
                    .ifPresent(failures::add));
            Failures.throwAny(failures);
        }
    }

    private Optional<DecsException> status(ResolvedRelease release) {
        ReleaseRef ref = FileRun.ref(release);
        HelmArguments flags = HelmArguments.of(HelmVerb.STATUS, request.options(), release);
        session.listener().on(new RunEvent.Started(ref, Step.STATUS));
        try {
            String text = text(release, flags);
            session.listener().on(new RunEvent.Printed(ref, Step.STATUS, text));
            return Optional.empty();
        } catch (DecsException failed) {
            DecsException told = new HelmCall(session.host(), release)
                    .add("status", release.name())
                    .option("--kube-context", release.kubeContext())
                    .option("--namespace", release.namespace())
                    .words(flags.all())
                    .failed(failed, "");
            return Optional.of(
                    new ReleaseFailure(ref, "release \"" + release.name() + "\" failed: " + told.getMessage(), failed));
        }
    }

    private String text(ResolvedRelease spec, HelmArguments flags) {
        ReleaseContext context = new ReleasePlace(session, spec).context();
        String form = flags.last("--output", "-o").orElse("table");
        StatusReport report = new StatusReport(context, flags.has("--show-resources"), flags.has("--show-desc"));
        Release release = new ReadReleases(context)
                .get(
                        spec.name(),
                        flags.last("--revision").map(Integer::parseInt).orElse(0));
        boolean telling = !form.equals("table") || !release.state().notes().isEmpty();
        if (telling) {
            session.learnSecrets(spec);
        }
        return switch (form) {
            case "table" -> report.table(release);
            case "json" -> report.json(release);
            case "yaml" -> report.yaml(release);
            default ->
                throw new DecsException(
                        "invalid argument \"" + form + "\" for \"-o, --output\" flag: invalid format type");
        };
    }
}
