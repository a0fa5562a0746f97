package decs.core.prepare;

import decs.core.plan.ResolvedRelease;
import decs.core.spec.Fields;
import decs.helm.archive.ChartLoader;
import decs.helm.chart.Chart;
import decs.helm.chart.HelmVersion;
import decs.helm.render.ChartRenderer;
import decs.helm.repo.ChartRequest;
import decs.helm.repo.ChartSource;
import decs.helm.values.ValuesOptions;
import decs.template.value.ValueMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Makes releases ready: brings their charts through one {@link ChartSource}, which fetches each version once, and merges
 * their values. Safe to call from many threads.
 */
public final class ReleasePreparation {
    private final ChartSource charts;
    private final ChartLoader loader;
    private final ChartRenderer renderer;
    private final HelmVersion version;
    private final Function<Path, String> decrypt;
    private final Consumer<String> notices;

    /**
     * @param renderer renders charts that are converted
     * @param loader loads local charts whose dependencies are not to be brought
     * @param decrypt the plain text of an encrypted file
     * @param notices takes warnings, one line each
     */
    public ReleasePreparation(
            ChartSource charts,
            ChartLoader loader,
            ChartRenderer renderer,
            HelmVersion version,
            Function<Path, String> decrypt,
            Consumer<String> notices) {
        this.charts = charts;
        this.loader = loader;
        this.renderer = renderer;
        this.version = version;
        this.decrypt = decrypt;
        this.notices = notices;
    }

    /** Chart and values of {@code release}, whose values files were read before. */
    public PreparedRelease prepare(
            ResolvedRelease release, List<ValuesText> texts, ValuesOptions options, boolean skipDeps) {
        ValueMap values = values(release).merged(texts, options, version);
        ChartPlace place = ChartPlace.of(release);
        Chart chart = ChartConversion.wanted(release, place)
                ? new ChartConversion(release, values, renderer, version)
                        .convert(
                                place,
                                () -> chart(release, skipDeps),
                                (text, wanted) -> named(release, text, wanted),
                                notices)
                : chart(release, skipDeps);
        return new PreparedRelease(release, chart, values);
    }

    /** The values of {@code release} by themselves. */
    public ReleaseValues values(ResolvedRelease release) {
        return new ReleaseValues(release, decrypt, notices);
    }

    /** The chart of {@code release}, with its dependencies unless they are to be left as they lie. */
    public Chart chart(ResolvedRelease release, boolean skipDeps) {
        ChartPlace place = ChartPlace.of(release);
        boolean asItLies = skipDeps || release.flag("skipDeps").orElse(false);
        return place.local() && asItLies && Files.exists(place.path())
                ? loader.load(place.path())
                : fetched(release, place);
    }

    /** Fetches every chart and values file that {@code release} is made of, whatever its values are. */
    public void bring(ResolvedRelease release) {
        new ReleaseValues(release, decrypt, notices).bring();
        ChartPlace place = ChartPlace.of(release);
        boolean chart = !place.local()
                || Files.isRegularFile(place.path())
                || Files.exists(place.path().resolve("Chart.yaml"));
        if (chart) {
            chart(release, false);
        }
        for (Fields entry : release.fields().structs("dependencies")) {
            named(release, entry.text("chart"), entry.text("version"));
        }
    }

    private Chart named(ResolvedRelease release, String text, String wanted) {
        Path folder = release.state().file().folder();
        return charts.fetch(new ChartRequest(text, wanted, Optional.empty(), false, folder))
                .chart();
    }

    /**
     * Checks the provenance of the chart where the release asks for it; to be called before something is installed.
     *
     * @throws decs.template.source.DecsException with Helm's text when the chart is not what its publisher signed
     */
    public void verify(ResolvedRelease release) {
        new ChartProof(charts).check(release, request(release, ChartPlace.of(release)));
    }

    private Chart fetched(ResolvedRelease release, ChartPlace place) {
        return charts.fetch(request(release, place)).chart();
    }

    private static ChartRequest request(ResolvedRelease release, ChartPlace place) {
        String version = release.version();
        int digest = version.indexOf('@');
        return new ChartRequest(
                place.shown(),
                digest < 0 ? version : version.substring(0, digest),
                Optional.empty(),
                release.flag("devel").orElse(false),
                place.folder());
    }
}
