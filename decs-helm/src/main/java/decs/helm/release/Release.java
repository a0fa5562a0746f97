package decs.helm.release;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One revision of a release, as Helm records it.
 *
 * @param config the values that the user gave, not to be changed
 * @param manifest the objects as rendered, hooks not among them
 * @param labels those of the object that holds the record; not part of the record's own text
 * @param foreign what else the record says, kept when it is written again
 */
public record Release(
        String name,
        String namespace,
        int revision,
        ReleaseState state,
        StoredChart chart,
        Map<String, Object> config,
        String manifest,
        List<Hook> hooks,
        ApplyMethod applyMethod,
        Map<String, String> labels,
        Map<String, Object> foreign) {
    public Release {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(namespace, "namespace");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(chart, "chart");
        Objects.requireNonNull(config, "config");
        Objects.requireNonNull(manifest, "manifest");
        hooks = List.copyOf(hooks);
        Objects.requireNonNull(applyMethod, "applyMethod");
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        Objects.requireNonNull(foreign, "foreign");
    }

    public ReleaseStatus status() {
        return state.status();
    }

    /** {@code sh.helm.release.v1.NAME.vREVISION}, the name of the object that holds the record. */
    public String key() {
        return key(name, revision);
    }

    public static String key(String name, int revision) {
        return "sh.helm.release.v1." + name + ".v" + revision;
    }

    public Release withState(ReleaseState state) {
        return new Release(
                name, namespace, revision, state, chart, config, manifest, hooks, applyMethod, labels, foreign);
    }

    public Release withStatus(ReleaseStatus status, String description) {
        return withState(state.with(status, description));
    }

    public Release withHooks(List<Hook> hooks) {
        return new Release(
                name, namespace, revision, state, chart, config, manifest, hooks, applyMethod, labels, foreign);
    }

    public Release withLabels(Map<String, String> labels) {
        return new Release(
                name, namespace, revision, state, chart, config, manifest, hooks, applyMethod, labels, foreign);
    }

    public Release withRevision(int revision) {
        return new Release(
                name, namespace, revision, state, chart, config, manifest, hooks, applyMethod, labels, foreign);
    }

    public Release withConfig(Map<String, Object> config) {
        return new Release(
                name, namespace, revision, state, chart, config, manifest, hooks, applyMethod, labels, foreign);
    }

    public Release withNamespace(String namespace) {
        return new Release(
                name, namespace, revision, state, chart, config, manifest, hooks, applyMethod, labels, foreign);
    }
}
