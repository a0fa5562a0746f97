package decs.core.run;

import decs.core.plan.Plan;
import decs.core.plan.Releases;
import decs.core.plan.ResolvedRelease;
import decs.core.prepare.ChartPlace;
import decs.core.prepare.PreparedRelease;
import decs.core.prepare.ValuesText;
import decs.core.request.LintRequest;
import decs.core.request.RunEvent;
import decs.core.request.RunEvent.Step;
import decs.helm.action.Lint;
import decs.helm.action.LintMessage;
import decs.helm.render.Capabilities;
import decs.template.source.DecsException;
import decs.template.value.ValueMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code lint}: each release's chart looked at with its values; all that is wrong is told at the end. */
public final class LintRun {
    private final Session session;
    private final LintRequest request;
    private final List<DecsException> failures = new ArrayList<>();

    public LintRun(Session session, LintRequest request) {
        this.session = session;
        this.request = request;
    }

    /** @throws DecsException that lists every chart in which something is wrong */
    public void run(List<Releases> files) {
        try (ChartFolders charts = new ChartFolders()) {
            for (Releases releases : files) {
                FileRun file = new FileRun(session, releases.state(), "lint", request.options());
                file.run(releases, FileRun.Preparing.ALL, plan -> lint(plan, file, charts));
            }
        }
        Failures.throwListed(failures);
    }

    private void lint(Plan plan, FileRun file, ChartFolders charts) {
        for (ResolvedRelease release : plan.releases()) {
            if (release.installed()) {
                Optional<DecsException> failure = lint(release, charts);
                failure.ifPresent(failures::add);
                file.cleanUp(release, failure);
            }
        }
    }

    private Optional<DecsException> lint(ResolvedRelease release, ChartFolders charts) {
        List<ValuesText> texts = session.preparation().values(release).texts();
        ChartPlace place = ChartPlace.of(release);
        PreparedRelease prepared = session.preparation()
                .prepare(
                        release,
                        texts,
                        request.options().values(),
                        request.options().skipDeps());
        Path folder = charts.of(release, prepared.chart());
        String shown = place.local() ? place.shown() : folder.toString();
        session.listener().on(new RunEvent.Started(FileRun.ref(release).withShownChart(shown), Step.LINT));
        try {
            flags(release).flags();
        } catch (DecsException misuse) {
            return Optional.of(call(release, shown).failed(misuse, ""));
        }
        List<LintMessage> messages = new Lint(session.renderer()).run(request(release, folder, prepared.values()));
        boolean strict = flags(release).has("--strict");
        boolean failed = messages.stream()
                .map(LintMessage::severity)
                .anyMatch(severity ->
                        severity == LintMessage.Severity.ERROR || (strict && severity == LintMessage.Severity.WARNING));
        StringBuilder out = new StringBuilder("==> Linting " + shown + "\n");
        messages.forEach(message -> out.append(message).append('\n'));
        out.append('\n');
        String sum = "1 chart(s) linted, " + (failed ? 1 : 0) + " chart(s) failed\n";
        String told = out + (failed ? "" : sum) + "\n";
        session.listener().on(new RunEvent.Printed(FileRun.ref(release), Step.LINT, told));
        if (!failed) {
            return Optional.empty();
        }
        DecsException cause = new DecsException(sum.strip());
        return Optional.of(call(release, shown).failed(cause, out.toString()));
    }

    private decs.helm.action.LintRequest request(ResolvedRelease release, Path folder, ValueMap values) {
        return new decs.helm.action.LintRequest(
                folder,
                values,
                release.namespace().isEmpty()
                        ? session.clusters().defaultNamespace(release.kubeContext())
                        : release.namespace(),
                Capabilities.defaults(session.helm()),
                session.helm(),
                release.flag("skipSchemaValidation").orElse(false),
                session.host(),
                session.limits());
    }

    private HelmCall call(ResolvedRelease release, String chart) {
        return new HelmCall(session.host(), release)
                .add("lint", chart)
                .option("--namespace", release.namespace())
                .ownValues()
                .givenFiles(request.options().values())
                .givenSet(request.options().values())
                .words(flags(release).all());
    }

    private HelmArguments flags(ResolvedRelease release) {
        return HelmArguments.of(HelmVerb.LINT, request.options(), release);
    }
}
