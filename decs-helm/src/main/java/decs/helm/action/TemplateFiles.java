package decs.helm.action;

import decs.helm.archive.WholeFile;
import decs.helm.render.CrdFile;
import decs.helm.render.Manifest;
import decs.helm.render.RenderedHook;
import decs.template.gofmt.GoString;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A rendered chart as files, one for each template ({@code --output-dir}). All texts are put together first, and each
 * file is written as a whole.
 *
 * <p>Mirrors: action.writeToFile
 */
public final class TemplateFiles {
    private final Path folder;
    private final String shown;
    private final String release;
    private final Map<String, StringBuilder> files = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();

    /**
     * Files below {@code shown}, as it was given, which {@code base} resolves.
     *
     * @param release the folder that manifests and hooks have in between; empty for none
     */
    public TemplateFiles(Path base, String shown, String release) {
        this.folder = base.resolve(shown);
        this.shown = shown;
        this.release = release;
    }

    /** Writes all files; returns what Helm prints for each document. */
    public List<String> write(TemplateResult result, boolean withCrds) {
        if (withCrds) {
            for (CrdFile crd : result.rendered().crds()) {
                add("", crd.path(), crd.text());
            }
        }
        for (Manifest manifest : result.rendered().manifests()) {
            add(release, manifest.path(), manifest.text());
        }
        for (RenderedHook hook : result.hooks()) {
            add(release, hook.path(), hook.text());
        }
        files.forEach((path, text) -> WholeFile.at(folder.resolve(path)).write(GoString.bytes(text.toString())));
        return List.copyOf(lines);
    }

    private void add(String below, String path, String text) {
        String file = below.isEmpty() ? path : below + "/" + path;
        StringBuilder content = files.computeIfAbsent(file, any -> new StringBuilder());
        content.append("---\n# Source: ").append(path).append('\n').append(text).append('\n');
        lines.add("wrote " + Path.of(shown).normalize().resolve(file));
    }
}
