package decs.core.run;

import decs.core.plan.ResolvedRelease;
import decs.core.request.TemplateRequest;
import decs.template.source.DecsException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Manifests as files, one for each template, in a folder for each release. */
record OutputFolder(TemplateRequest request) {
    private static final String SOURCE = "# Source: ";

    /** Writes the documents of {@code text} and returns helm's lines about it. */
    String write(ResolvedRelease release, String text) {
        Path folder = release.state().file().folder().resolve(folder(release)).normalize();
        Map<String, StringBuilder> files = new LinkedHashMap<>();
        for (String document : ("\n" + text).split("\n---\n")) {
            String trimmed = document.strip();
            if (trimmed.startsWith(SOURCE)) {
                String path = trimmed.lines().findFirst().orElse("").substring(SOURCE.length());
                files.computeIfAbsent(path, p -> new StringBuilder())
                        .append("---\n")
                        .append(trimmed)
                        .append('\n');
            }
        }
        StringBuilder lines = new StringBuilder();
        files.forEach((path, content) -> {
            Path file = folder.resolve(path).normalize();
            if (!file.startsWith(folder)) {
                throw new DecsException("a template's path leads out of the output folder: " + path);
            }
            OutputPath.write(file, content.toString().getBytes(StandardCharsets.UTF_8));
            lines.append("wrote ").append(file).append('\n');
        });
        return lines.append('\n').toString();
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
