package decs.core.run;

import decs.core.plan.ResolvedRelease;
import decs.template.source.DecsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The suites that a release's {@code unitTests} name: files, patterns, or folders of files that end in {@code _test.yaml}. */
final class UnitTestPaths {
    private UnitTestPaths() {}

    /** @throws DecsException for a path that leads out of the chart */
    static List<String> of(ResolvedRelease release) {
        List<String> patterns = new ArrayList<>();
        for (String path : release.fields().texts("unitTests")) {
            if (path.startsWith("/") || Path.of(path).normalize().startsWith("..")) {
                throw new DecsException("release \"" + release.name() + "\": unitTests path \"" + path
                        + "\" must be a relative path within the chart directory");
            }
            boolean named = path.matches("(?s).*[*?\\[].*") || path.endsWith(".yaml") || path.endsWith(".yml");
            patterns.add(named ? path : path + "/*_test.yaml");
        }
        return patterns;
    }
}
