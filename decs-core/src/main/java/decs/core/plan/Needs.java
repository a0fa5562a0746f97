package decs.core.plan;

import decs.core.spec.Fields;
import java.util.ArrayList;
import java.util.List;

/** Turns the needs of releases, as written, into ids. */
final class Needs {
    private final List<Fields> releases;

    Needs(List<Fields> releases) {
        this.releases = releases;
    }

    Fields normalised(Fields release) {
        if (!release.has("needs")) {
            return release;
        }
        List<Object> ids = new ArrayList<>();
        for (String need : release.texts("needs")) {
            ids.add(id(need, release));
        }
        return release.with("needs", ids);
    }

    /** One component takes namespace and context of the release it names, two take its context, more hold all. */
    private String id(String need, Fields needing) {
        String[] parts = need.split("/");
        String name = parts[parts.length - 1];
        String context = needing.text("kubeContext");
        if (parts.length == 1) {
            return releases.stream()
                    .filter(release -> release.text("name").equals(name))
                    .findFirst()
                    .map(Needs::id)
                    .orElse(ResolvedRelease.id(context, needing.text("namespace"), name));
        }
        String namespace = parts[parts.length - 2];
        if (parts.length == 2) {
            return releases.stream()
                    .filter(release -> release.text("name").equals(name)
                            && release.text("namespace").equals(namespace))
                    .findFirst()
                    .map(Needs::id)
                    .orElse(ResolvedRelease.id(context, namespace, name));
        }
        return need;
    }

    private static String id(Fields release) {
        return ResolvedRelease.id(release.text("kubeContext"), release.text("namespace"), release.text("name"));
    }
}
