package decs.testing.check;

import decs.template.gofmt.GoFormat;
import decs.testing.path.DocumentPath;
import decs.testing.snapshot.Snapshots;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a check looks at: the chosen documents of one template.
 *
 * @param documents their trees
 * @param all how many documents the template gave, chosen or not
 * @param parameters what the assertion says
 * @param negative whether the contrary is expected
 * @param failFast whether the first failure is enough
 * @param failure why no template was run at all
 */
public record Subject(
        List<Object> documents,
        int all,
        Map<String, Object> parameters,
        boolean negative,
        boolean failFast,
        Snapshots snapshots,
        Optional<String> failure) {
    public Subject {
        documents = Collections.unmodifiableList(new ArrayList<>(documents));
    }

    String text(String parameter) {
        Object value = parameters.get(parameter);
        return value == null ? "" : GoFormat.print(value);
    }

    boolean flag(String parameter) {
        return Boolean.TRUE.equals(parameters.get(parameter));
    }

    DocumentPath path() {
        return DocumentPath.parse(text("path"));
    }
}
