package decs.core.environment;

import decs.template.value.ValueMap;
import java.util.Objects;

/**
 * The environment of a state file while it is loaded: its name and the layers of its values, weakest first.
 *
 * @param defaults top-level {@code values}
 * @param values environment values, secrets, values from a parent or {@code --state-values-file}
 * @param cli {@code --state-values-set}
 * @param v0 whether layers merge by helmfile 0.x's one rule
 */
public record Environment(
        String name, String kubeContext, ValueMap defaults, ValueMap values, ValueMap cli, boolean v0) {
    public Environment {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kubeContext, "kubeContext");
        Objects.requireNonNull(defaults, "defaults");
        Objects.requireNonNull(values, "values");
        Objects.requireNonNull(cli, "cli");
    }

    public static Environment named(String name) {
        return new Environment(name, "", new ValueMap(), new ValueMap(), new ValueMap(), false);
    }

    /** {@code .Values}: all layers. */
    public ValueMap merged() {
        if (v0) {
            return LayerMerge.v0(LayerMerge.v0(defaults, values), cli);
        }
        ValueMap lower = LayerMerge.layers(defaults, values, LayerMerge.Arrays.SPARSE);
        return LayerMerge.layers(lower, cli, LayerMerge.Arrays.BY_INDEX);
    }

    /** {@code .Environment.Values} in state files: without the defaults. */
    public ValueMap own() {
        if (v0) {
            return LayerMerge.v0(values, cli);
        }
        return LayerMerge.layers(values, cli, LayerMerge.Arrays.BY_INDEX);
    }

    /** {@code .Environment.Values} in what belongs to one release: 1.x keeps the command line's values apart there. */
    public ValueMap ownOfReleases() {
        return v0 ? own() : values;
    }

    public Environment withV0() {
        return new Environment(name, kubeContext, defaults, values, cli, true);
    }

    public Environment withValues(ValueMap values) {
        return new Environment(name, kubeContext, defaults, values, cli, v0);
    }

    public Environment withDefaults(ValueMap defaults) {
        return new Environment(name, kubeContext, defaults, values, cli, v0);
    }

    public Environment withKubeContext(String kubeContext) {
        return new Environment(name, kubeContext, defaults, values, cli, v0);
    }

    public Environment withCli(ValueMap cli) {
        return new Environment(name, kubeContext, defaults, values, cli, v0);
    }
}
