package decs.core.run;

import decs.core.load.StateFile;
import decs.core.plan.ResolvedRelease;
import decs.core.request.TemplateRequest;
import decs.template.source.DecsException;
import decs.template.value.ValueMap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
            write(file, content.toString());
            lines.append("wrote ").append(file).append('\n');
        });
        return lines.append('\n').toString();
    }

    private String folder(ResolvedRelease release) {
        StateFile file = release.state().file();
        String base = file.name().replaceFirst("\\.gotmpl$", "").replaceFirst("\\.ya?ml$", "");
        String hash = sha1(file.path().toString());
        String root = request.outputFolder().orElse("");
        if (request.outputFolderTemplate().isEmpty()) {
            return Path.of(root, base + "-" + hash + "-" + release.name()).toString();
        }
        ValueMap state = new ValueMap();
        state.put("BaseName", base);
        state.put("Path", file.shown());
        state.put("AbsPath", file.path().toString());
        state.put("AbsPathSHA1", hash);
        ValueMap environment = new ValueMap();
        environment.put("Name", release.state().environment().name());
        environment.put("Values", release.state().environment().own());
        ValueMap data = new ValueMap();
        data.put("OutputDir", root);
        data.put("State", state);
        data.put("Release", new ReleaseStruct(release));
        data.put("Environment", environment);
        return release.state()
                .templates()
                .render(
                        "output-dir-template",
                        request.outputFolderTemplate().get(),
                        data,
                        release.state().scope());
    }

    private static String sha1(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Path part = Files.createTempFile(file.getParent(), ".decs", ".part");
            Files.writeString(part, text);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new DecsException("cannot write " + file + ": " + failed.getMessage(), failed);
        }
    }
}
