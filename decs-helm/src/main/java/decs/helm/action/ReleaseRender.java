package decs.helm.action;

import decs.helm.chart.Chart;
import decs.helm.kube.ServerVersion;
import decs.helm.release.Hook;
import decs.helm.render.Capabilities;
import decs.helm.render.Lookup;
import decs.helm.render.Manifest;
import decs.helm.render.ManifestText;
import decs.helm.render.ReleaseInfo;
import decs.helm.render.RenderOptions;
import decs.helm.render.RenderRequest;
import decs.helm.render.RenderedChart;
import decs.helm.storage.SystemLabels;
import decs.template.language.Limits;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A chart rendered for a release.
 *
 * @param manifest the text for the record, after the post-renderer
 */
record ReleaseRender(RenderedChart rendered, String manifest, List<Hook> hooks) {

    /** Renders with what the server offers, or, without a server, with Helm's defaults. */
    static ReleaseRender of(
            ReleaseContext context,
            Chart chart,
            Map<String, Object> values,
            ReleaseInfo info,
            ReleaseOptions options,
            PostRenderer postRenderer,
            Optional<ServerVersion> server) {
        Capabilities capabilities = server.map(
                        version -> ServerFacts.capabilities(version, context.cluster(), context.version()))
                .orElse(Capabilities.defaults(context.version()));
        Lookup lookup = server.isPresent() && options.dryRun() != DryRun.CLIENT
                ? ServerFacts.lookup(context.cluster())
                : Lookup.NONE;
        RenderRequest request = new RenderRequest(
                chart,
                values,
                info,
                capabilities,
                context.version(),
                renderOptions(options),
                lookup,
                context.host(),
                Limits.defaults());
        RenderedChart rendered = context.renderer().render(request);
        context.print(rendered.warnings());
        String manifest = postRenderer.run(ManifestText.ofManifests(shown(rendered.manifests(), options)));
        return new ReleaseRender(
                rendered, manifest, rendered.hooks().stream().map(Hook::of).toList());
    }

    private static RenderOptions renderOptions(ReleaseOptions options) {
        return new RenderOptions(
                options.has(Switch.SKIP_SCHEMA_VALIDATION),
                options.has(Switch.ENABLE_DNS),
                options.has(Switch.SUBCHART_NOTES),
                false,
                false,
                true);
    }

    private static List<Manifest> shown(List<Manifest> manifests, ReleaseOptions options) {
        if (!options.has(Switch.HIDE_SECRETS)) {
            return manifests;
        }
        return manifests.stream()
                .map(manifest -> manifest.head().kind().equals("Secret")
                        ? new Manifest(
                                manifest.path(), "# HIDDEN: The Secret output has been suppressed", manifest.head())
                        : manifest)
                .toList();
    }

    /** Throws when the user's labels are some of Helm's own. */
    static void checkLabels(Map<String, String> labels) {
        if (labels.keySet().stream().anyMatch(SystemLabels.NAMES::contains)) {
            throw new ReleaseException("user supplied labels contains system reserved label name. System labels: ["
                    + String.join(" ", SystemLabels.NAMES) + "]");
        }
    }
}
