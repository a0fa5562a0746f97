package decs.core.plan;

import decs.core.spec.Fields;
import java.util.ArrayList;
import java.util.List;

/** Turns the needs of releases, as written, into ids. */
final class Needs {
    private Needs() {}

    static Fields normalised(Fields release) {
        if (!release.has("needs")) {
            return release;
        }
        List<Object> ids = new ArrayList<>();
        for (String need : release.texts("needs")) {
            ids.add(id(need, release));
        }
        return release.with("needs", ids);
    }

    /** A name alone is in the namespace and context of the release that needs it; two parts are in its context. */
    private static String id(String need, Fields needing) {
        String[] parts = need.split("/");
        String context = needing.text("kubeContext");
        return switch (parts.length) {
            case 1 -> ResolvedRelease.id(context, needing.text("namespace"), need);
            case 2 -> ResolvedRelease.id(context, parts[0], parts[1]);
            default -> need;
        };
    }
}
