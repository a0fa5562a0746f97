package decs.cli.helmfile;

import decs.core.request.PostRendering;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The program that manifests go through. */
final class PostRenderFlags {
    @Option(names = "--post-renderer", paramLabel = "PROGRAM", description = "a program that manifests go through")
    String program = "";

    @Option(names = "--post-renderer-args", paramLabel = "ARG", description = "its arguments; repeat for more")
    List<String> arguments = new ArrayList<>();

    PostRendering rendering() {
        return new PostRendering(program, arguments);
    }
}
