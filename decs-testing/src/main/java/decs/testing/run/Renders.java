package decs.testing.run;

import decs.helm.archive.WholeFile;
import decs.template.gofmt.GoString;
import decs.template.source.DecsException;
import java.nio.file.Path;
import java.util.Map;

/** Files of what was rendered, below a folder. */
final class Renders {
    private Renders() {}

    static void write(Path folder, Map<String, String> texts) {
        texts.forEach((name, text) -> {
            Path file = folder.resolve(name).normalize();
            if (!file.startsWith(folder.normalize())) {
                throw new DecsException("template " + name + " would be written outside of " + folder);
            }
            WholeFile.at(file).write(GoString.bytes(text));
        });
    }
}
