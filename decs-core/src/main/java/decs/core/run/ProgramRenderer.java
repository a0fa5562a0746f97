package decs.core.run;

import decs.core.functions.Program;
import decs.core.functions.Trust;
import decs.core.plan.ResolvedRelease;
import decs.core.request.PostRendering;
import decs.helm.action.PostRenderer;
import decs.template.source.DecsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A program that manifests go through: the release's, else the command line's, else that of helmDefaults. */
record ProgramRenderer(String program, List<String> arguments, Path folder) implements PostRenderer {

    static PostRenderer of(ResolvedRelease release, PostRendering given) {
        String program = program(release, given);
        if (program.isEmpty()) {
            return PostRenderer.NONE;
        }
        Path folder = release.state().file().folder();
        release.state().scope().trust().check(Trust.Power.EXEC, "the post-renderer " + program);
        check(program, folder);
        return new ProgramRenderer(program, arguments(release, given), folder);
    }

    /** The program's name; empty when there is none. */
    static String program(ResolvedRelease release, PostRendering given) {
        String own = release.fields().text("postRenderer");
        if (!own.isEmpty()) {
            return own;
        }
        return given.program().isEmpty() ? release.defaults().text("postRenderer") : given.program();
    }

    static List<String> arguments(ResolvedRelease release, PostRendering given) {
        if (release.fields().has("postRendererArgs")) {
            return release.fields().texts("postRendererArgs");
        }
        return given.arguments().isEmpty()
                ? release.defaults().texts("postRendererArgs").stream()
                        .map(text -> rendered(text, release))
                        .toList()
                : given.arguments();
    }

    private static String rendered(String text, ResolvedRelease release) {
        return release.state()
                .templates()
                .render(
                        "postRendererArgs",
                        text,
                        release.data(),
                        release.state().scope());
    }

    private static void check(String program, Path folder) {
        Path file = folder.resolve(program);
        if (program.contains("/") && !Files.isExecutable(file)) {
            String why = Files.exists(file) ? "permission denied" : "stat " + program + ": no such file or directory";
            throw new DecsException("invalid argument \"" + program
                    + "\" for \"--post-renderer\" flag: unable to find binary at " + program + ": exec: \"" + program
                    + "\": " + why);
        }
    }

    @Override
    public String run(String manifests) {
        Program run = new Program(
                program.contains("/") ? folder.resolve(program).normalize().toString() : program,
                arguments,
                folder,
                Map.of());
        return run.runToEnd(Optional.of(manifests)).filtered("error while running post render on files: ", program);
    }
}
