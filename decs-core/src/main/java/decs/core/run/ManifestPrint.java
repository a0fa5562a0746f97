package decs.core.run;

import decs.core.request.TemplateRequest;
import decs.helm.render.HookEvent;
import decs.helm.render.ManifestText;
import decs.helm.render.RenderedChart;
import decs.helm.render.RenderedHook;
import decs.template.source.DecsException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What {@code helm template} prints of a rendered chart. Mirrors: helm cmd newTemplateCmd */
record ManifestPrint(TemplateRequest request) {

    String of(RenderedChart rendered) {
        String crds = request.includeCrds() ? ManifestText.ofCrds(rendered.crds()) : "";
        String manifests = ManifestText.printed(crds + ManifestText.ofManifests(rendered.manifests()));
        String all = request.noHooks() ? manifests : manifests + ManifestText.ofHooks(hooks(rendered));
        return request.showOnly().isEmpty() ? all : shown(all);
    }

    private List<RenderedHook> hooks(RenderedChart rendered) {
        return request.skipTests()
                ? rendered.hooks().stream()
                        .filter(hook -> !hook.events().contains(HookEvent.TEST))
                        .toList()
                : rendered.hooks();
    }

    /** Only the documents of the templates that were asked for, in the order asked. */
    private String shown(String all) {
        List<String> documents = new ArrayList<>(List.of(("\n" + all).split("\n---\n")));
        StringBuilder out = new StringBuilder();
        for (String wanted : request.showOnly()) {
            boolean found = false;
            for (String document : documents) {
                if (comesFrom(document, wanted)) {
                    out.append("---\n").append(document.strip()).append('\n');
                    found = true;
                }
            }
            if (!found) {
                throw new DecsException("could not find template " + wanted + " in chart");
            }
        }
        return out.toString();
    }

    private static boolean comesFrom(String document, String wanted) {
        String head = "# Source: ";
        int start = document.indexOf(head);
        if (start < 0) {
            return false;
        }
        String path =
                document.substring(start + head.length()).lines().findFirst().orElse("");
        String inChart = path.substring(path.indexOf('/') + 1);
        return inChart.equals(wanted)
                || FileSystems.getDefault().getPathMatcher("glob:" + wanted).matches(Path.of(inChart));
    }
}
