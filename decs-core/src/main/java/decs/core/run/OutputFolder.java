package decs.core.run;

import decs.core.plan.ResolvedRelease;
import decs.core.request.TemplateRequest;
import decs.helm.action.TemplateFiles;
import decs.helm.action.TemplateResult;
import java.nio.file.Path;
import java.util.List;

/** Manifests as files, one for each template, in a folder for each release. */
record OutputFolder(TemplateRequest request) {
    /** Whether manifests are written to files at all. */
    boolean wanted() {
        return request.outputFolder().isPresent()
                || request.outputFolderTemplate().isPresent();
    }

    /** Writes the files and returns helm's lines about them. */
    String write(ResolvedRelease release, TemplateResult result) {
        List<String> lines = new TemplateFiles(release.state().file().folder(), folder(release), "")
                .write(result, request.includeCrds());
        return String.join("\n", lines) + "\n\n";
    }

    private String folder(ResolvedRelease release) {
        String root = request.outputFolder().orElse("");
        OutputPath path = new OutputPath(release, root);
        return request.outputFolderTemplate()
                .map(template -> path.rendered("output-dir-template", template))
                .orElseGet(() ->
                        Path.of(root, path.stateName() + "-" + release.name()).toString());
    }
}
