package decs.testing.run;

import decs.template.source.DecsException;
import java.nio.file.Path;
import java.util.List;

/** Sends text through a program of a suite. */
@FunctionalInterface
public interface PostRendering {
    /** Runs nothing. */
    PostRendering REFUSED = (command, arguments, text, folder) -> {
        throw new DecsException("the suite sends its text through " + command + ", and programs may not be run here");
    };

    /**
     * What the program makes of {@code text}.
     *
     * @param folder in which it runs
     * @throws decs.template.source.DecsException when it fails
     */
    String run(String command, List<String> arguments, String text, Path folder);
}
