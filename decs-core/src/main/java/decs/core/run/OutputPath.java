package decs.core.run;

import decs.core.load.StateFile;
import decs.core.load.TemplateData;
import decs.core.plan.ResolvedRelease;
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

/**
 * Where the output of a release goes: {@code BASENAME-SHA1} names its state file, a template may say something else.
 *
 * @param root the folder that the user gave; empty when none was
 */
record OutputPath(ResolvedRelease release, String root) {

    /** The name of the state file without its last extension, and the beginning of the digest of its absolute path. */
    String stateName() {
        return base() + "-" + sha1(release.state().file().path().toString());
    }

    private String base() {
        return release.state().file().name().replaceFirst("\\.[^.]*$", "");
    }

    /** The path that a template of the command line gives. */
    String rendered(String option, String template) {
        StateFile file = release.state().file();
        ValueMap state = new ValueMap();
        state.put("BaseName", base());
        state.put("Path", file.shown());
        state.put("AbsPath", file.path().toString());
        state.put("AbsPathSHA1", sha1(file.path().toString()));
        ValueMap data = new ValueMap();
        data.put("OutputDir", root);
        data.put("State", state);
        data.put("Release", new ReleaseStruct(release));
        data.put(
                "Environment",
                TemplateData.environmentOfReleases(release.state().environment()));
        return release.state()
                .templates()
                .render(option, template, data, release.state().scope());
    }

    private static String sha1(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** Writes a whole file or none. */
    static void write(Path file, byte[] content) {
        try {
            Files.createDirectories(file.getParent());
            Path part = Files.createTempFile(file.getParent(), ".decs", ".part");
            Files.write(part, content);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new DecsException("cannot write " + file + ": " + failed.getMessage(), failed);
        }
    }
}
