package decs.testing.run;

import decs.template.gofmt.GoString;
import decs.template.source.DecsException;
import java.io.IOException;
import java.nio.file.Files;
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
            try {
                Files.createDirectories(file.getParent());
                Files.write(file, GoString.bytes(text));
            } catch (IOException refused) {
                throw new DecsException("cannot write " + file + ": " + refused.getMessage(), refused);
            }
        });
    }
}
