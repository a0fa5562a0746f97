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
import java.util.ArrayList;
import java.util.IdentityHashMap;
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

    /** Fetches, and returns the releases with their charts where they are now. */
    public List<Releases> run(List<Releases> files) {
        List<Releases> fetched = new ArrayList<>();
        for (Releases releases : files) {
            FileRun file = new FileRun(session, releases.state(), "pull", request.options());
            IdentityHashMap<ResolvedRelease, ResolvedRelease> moved = new IdentityHashMap<>();
            file.runChosen(releases, FileRun.Preparing.CHARTS, chosen -> fetch(chosen, moved));
            List<ResolvedRelease> selected = releases.selected().stream()
                    .map(release -> moved.getOrDefault(release, release))
                    .toList();
            fetched.add(new Releases(releases.state(), releases.all(), selected));
        }
        return fetched;
    }

    private void fetch(List<ResolvedRelease> chosen, IdentityHashMap<ResolvedRelease, ResolvedRelease> moved) {
        request.folder().ifPresent(folder -> session.listener()
                .on(new RunEvent.Line(RunEvent.Level.INFO, "Charts will be downloaded to: " + folder)));
        for (ResolvedRelease release : chosen) {
            if (release.installed()) {
                fetch(release).ifPresent(folder -> moved.put(release, at(folder, release)));
            }
        }
    }

    private static ResolvedRelease at(Path folder, ResolvedRelease release) {
        String path = release.state().file().folder().relativize(folder).toString();
        return new ResolvedRelease(
                release.state(), release.fields().with("chart", path), release.labels(), release.enabled());
    }

    /** Brings a release's chart to where it is to be, and returns that folder if there is one. */
    private Optional<Path> fetch(ResolvedRelease release) {
        ChartPlace place = ChartPlace.of(release);
        if (place.local()) {
            Optional<Path> folder = folder(release, place.path().getFileName().toString());
            folder.ifPresent(target -> copy(place.path(), target));
            return folder;
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
        Optional<Path> folder = folder(release, name);
        folder.ifPresent(target -> expansion.expand(archive, target));
        return folder;
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
