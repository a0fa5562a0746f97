package decs.helm.render;

import java.util.List;
import java.util.Objects;

/**
 * A document with a {@code helm.sh/hook} annotation.
 *
 * @param path the template it came from
 * @param text the document as rendered
 * @param deletePolicies as written, so possibly none
 */
public record RenderedHook(
        String name,
        String kind,
        String path,
        String text,
        List<HookEvent> events,
        int weight,
        List<HookDeletePolicy> deletePolicies,
        List<HookLogPolicy> logPolicies) {
    public RenderedHook {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(text, "text");
        events = List.copyOf(events);
        deletePolicies = List.copyOf(deletePolicies);
        logPolicies = List.copyOf(logPolicies);
    }
}
