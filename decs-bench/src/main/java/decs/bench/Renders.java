package decs.bench;

import decs.helm.action.Template;
import decs.helm.action.TemplateOutput;
import decs.helm.action.TemplateRequest;
import decs.helm.archive.ChartLoader;
import decs.helm.chart.HelmVersion;
import decs.helm.render.Capabilities;
import decs.helm.render.ChartRenderer;
import decs.helm.render.KubeVersion;
import decs.helm.render.Lookup;
import decs.helm.render.ReleaseInfo;
import decs.helm.render.RenderOptions;
import decs.helm.render.RenderRequest;
import decs.helm.values.UserValues;
import decs.helm.values.ValuesOptions;
import decs.template.language.Host;
import decs.template.language.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Loads, coalesces, renders, splits and sorts, as {@code helm template} does before it prints. */
final class Renders {
    private static final HelmVersion HELM = HelmVersion.V4;
    private static final Capabilities SERVER =
            Capabilities.defaults(HELM).withKubeVersion(KubeVersion.parse("v1.35.0", HELM));

    private final Template template = new Template(new ChartRenderer());
    private final Host host = Host.system();

    /** What {@code helm template rel CHART --namespace ns} prints. */
    String text(Case one) {
        Map<String, Object> values =
                new UserValues(HELM, Renders::read).merge(ValuesOptions.of(one.values(), List.of()));
        RenderRequest request = new RenderRequest(
                new ChartLoader(HELM, Limits.defaults()).load(one.chart()),
                values,
                ReleaseInfo.install("rel", "ns"),
                SERVER,
                HELM,
                RenderOptions.defaults(),
                Lookup.NONE,
                host,
                Limits.defaults());
        return template.run(new TemplateRequest(request, TemplateOutput.all())).text();
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
