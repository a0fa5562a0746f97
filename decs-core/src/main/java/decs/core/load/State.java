package decs.core.load;

import decs.core.environment.Environment;
import decs.core.functions.FunctionScope;
import decs.core.select.Selector;
import decs.core.spec.Fields;
import java.util.List;
import java.util.Objects;

/**
 * A state file, loaded: its parts and bases merged, its environment's values known, its releases' late templates
 * expanded.
 *
 * @param spec the merged spec, without releases
 * @param releases the releases after the release template stage, in file order, before any selection
 * @param nested the states of {@code helmfiles}, each list entry in order
 * @param selector what of its releases is meant
 * @param templates renders what comes later: values files, hooks
 */
public record State(
        StateFile file,
        Compat compat,
        Fields spec,
        Environment environment,
        List<Fields> releases,
        List<State> nested,
        Selector selector,
        TemplateText templates,
        FunctionScope scope,
        Overrides overrides,
        String trail) {
    public State {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(compat, "compat");
        Objects.requireNonNull(spec, "spec");
        releases = List.copyOf(releases);
        nested = List.copyOf(nested);
    }

    /** What the command line puts over every release; empty texts are not given. */
    public record Overrides(String namespace, String kubeContext, String chart) {}

    /** The same state with other releases. */
    public State withReleases(List<Fields> releases) {
        return new State(
                file, compat, spec, environment, releases, nested, selector, templates, scope, overrides, trail);
    }
}
