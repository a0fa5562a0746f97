package decs.helm.release;

import decs.helm.render.HookDeletePolicy;
import decs.helm.render.HookEvent;
import decs.helm.render.HookLogPolicy;
import decs.helm.render.RenderedHook;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A hook of a release: what was rendered, and its last run.
 *
 * @param foreign what else the record says of it, kept when it is written again
 */
public record Hook(RenderedHook definition, HookRun lastRun, Map<String, Object> foreign) {
    public Hook {
        Objects.requireNonNull(definition, "definition");
        Objects.requireNonNull(lastRun, "lastRun");
        Objects.requireNonNull(foreign, "foreign");
    }

    /** A hook that has not run yet. */
    public static Hook of(RenderedHook definition) {
        return new Hook(definition, HookRun.NEVER, Map.of());
    }

    public String name() {
        return definition.name();
    }

    public String kind() {
        return definition.kind();
    }

    public boolean runsOn(HookEvent event) {
        return definition.events().contains(event);
    }

    /** Whether its object is deleted at {@code policy}; a hook that says nothing is deleted before the next one is made. */
    public boolean deletedAt(HookDeletePolicy policy) {
        List<HookDeletePolicy> policies = definition.deletePolicies();
        return policies.isEmpty() ? policy == HookDeletePolicy.BEFORE_HOOK_CREATION : policies.contains(policy);
    }

    public boolean logsAt(HookLogPolicy policy) {
        return definition.logPolicies().contains(policy);
    }

    public Hook withLastRun(HookRun lastRun) {
        return new Hook(definition, lastRun, foreign);
    }

    /** The same with the default delete policy written down, as Helm does when a hook runs. */
    public Hook withPoliciesSpelledOut() {
        if (!definition.deletePolicies().isEmpty()) {
            return this;
        }
        RenderedHook d = definition;
        RenderedHook spelled = new RenderedHook(
                d.name(),
                d.kind(),
                d.path(),
                d.text(),
                d.events(),
                d.weight(),
                List.of(HookDeletePolicy.BEFORE_HOOK_CREATION),
                d.logPolicies());
        return new Hook(spelled, lastRun, foreign);
    }
}
