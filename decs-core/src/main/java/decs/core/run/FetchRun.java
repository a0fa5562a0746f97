package decs.core.run;

import decs.core.plan.Releases;
import decs.core.plan.ResolvedRelease;
import decs.core.prepare.ChartPlace;
import decs.core.request.FetchRequest;
import decs.core.request.RunEvent;
import decs.core.request.RunEvent.Step;
import decs.helm.archive.ChartExpansion;
import decs.helm.archive.ChartLoader;
import decs.helm.registry.OciReference;
import decs.helm.repo.ChartRequest;
import decs.helm.repo.ChartSources;
import decs.helm.repo.Proof;
import decs.template.source.DecsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code fetch}: each release's chart brought into a folder of its own. */
public final class FetchRun {
    private final Session session;
    private final FetchRequest request;
    private final ChartSources sources;
    private final ChartExpansion expansion;

    public FetchRun(Session session, FetchRequest request, ChartSources sources, ChartLoader loader) {
        this.session = session;
        this.request = request;
        this.sources = sources;
        this.expansion = new ChartExpansion(loader);
    }

    public void run(List<Releases> files) {
        for (Releases releases : files) {
            FileRun file = new FileRun(session, releases.state(), "pull", request.options());
            file.runChosen(releases, FileRun.Preparing.CHARTS, chosen -> fetch(chosen));
        }
    }

    private void fetch(List<ResolvedRelease> chosen) {
        request.folder().ifPresent(folder -> session.listener()
                .on(new RunEvent.Line(RunEvent.Level.INFO, "Charts will be downloaded to: " + folder)));
        for (ResolvedRelease release : chosen) {
            if (release.installed()) {
                fetch(release);
            }
        }
    }

    private void fetch(ResolvedRelease release) {
        ChartPlace place = ChartPlace.of(release);
        if (place.local()) {
            folder(release, place.path().getFileName().toString()).ifPresent(folder -> copy(place.path(), folder));
            return;
        }
        String version = release.version();
        if (OciReference.isOne(release.chart())) {
            String pulled = release.chart().substring("oci://".length()) + (version.isEmpty() ? "" : ":" + version);
            session.listener().on(new RunEvent.Line(RunEvent.Level.INFO, "Pulling " + pulled));
        } else {
            session.listener().on(new RunEvent.Started(FileRun.ref(release), Step.FETCH));
        }
        ChartRequest wanted = new ChartRequest(
                release.chart(),
                version,
                Optional.empty(),
                release.flag("devel").orElse(false),
                release.state().file().folder());
        String name = OciReference.isOne(release.chart())
                ? release.chart().substring(release.chart().lastIndexOf('/') + 1)
                : release.chart();
        byte[] archive = sources.archive(wanted, Proof.NONE).bytes();
        folder(release, name).ifPresent(folder -> expansion.expand(archive, folder));
    }

    /** Where a release's chart goes: namespace, context, release, chart and version below the folder. */
    private Optional<Path> folder(ResolvedRelease release, String chart) {
        Path base = release.state().file().folder();
        if (request.folderTemplate().isPresent()) {
            String root = request.folder().orElse("");
            String path = new OutputPath(release, root)
                    .rendered("output-dir-template", request.folderTemplate().get());
            return Optional.of(base.resolve(path).normalize());
        }
        return request.folder().map(root -> base.resolve(root)
                .resolve(release.namespace())
                .resolve(release.kubeContext())
                .resolve(release.name())
                .resolve(chart)
                .resolve(release.version().isEmpty() ? "latest" : release.version())
                .normalize());
    }

    private static void copy(Path chart, Path folder) {
        try (Stream<Path> files = Files.walk(chart)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                OutputPath.write(folder.resolve(chart.relativize(file).toString()), Files.readAllBytes(file));
            }
        } catch (IOException unreadable) {
            throw new DecsException("cannot read " + chart + ": " + unreadable.getMessage(), unreadable);
        }
    }
}
