package decs.core.plan;

import decs.core.load.ReleaseData;
import decs.core.load.State;
import decs.core.load.TemplateData;
import decs.core.spec.Fields;
import decs.template.value.ValueMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A release as it will be run: its fields after the release template stage, what the command line puts over them, its
 * final labels, and the state whose defaults fill its gaps.
 *
 * @param fields the release's own fields, needs as ids
 * @param labels with the automatic ones: name, namespace, chart
 * @param enabled what its condition says
 */
public record ResolvedRelease(State state, Fields fields, Map<String, String> labels, boolean enabled) {
    public ResolvedRelease {
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(fields, "fields");
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    }

    public String name() {
        return fields.text("name");
    }

    /** The namespace, or the empty text for the one of the kubeconfig. */
    public String namespace() {
        return fields.text("namespace");
    }

    /** The kubeconfig's context, or the empty text for the current one. */
    public String kubeContext() {
        String own = fields.text("kubeContext");
        return own.isEmpty() ? state.environment().kubeContext() : own;
    }

    ResolvedRelease withChart(String chart) {
        return new ResolvedRelease(state, fields.with("chart", chart), labels, enabled);
    }

    public String chart() {
        return fields.text("chart");
    }

    /** The chart as helmfile's messages show it: a local path without a leading {@code ./}. */
    public String shownChart() {
        return chart().startsWith("./") ? chart().substring(2) : chart();
    }

    /** The version or constraint; empty for the newest. */
    public String version() {
        return fields.text("version");
    }

    /** Whether the release is to be there; {@code installed: false} means that it is to go. */
    public boolean installed() {
        return fields.flag("installed").orElse(true);
    }

    /** {@code context/namespace/name}, without what is empty. */
    public String id() {
        return id(fields.text("kubeContext"), namespace(), name());
    }

    static String id(String context, String namespace, String name) {
        if (!context.isEmpty()) {
            return context + "/" + namespace + "/" + name;
        }
        return namespace.isEmpty() ? name : namespace + "/" + name;
    }

    /** The ids of the releases that must be there first. */
    public List<String> needs() {
        return fields.texts("needs");
    }

    /** A flag of the release, else of helmDefaults. */
    public Optional<Boolean> flag(String name) {
        return fields.flag(name).or(() -> defaults().flag(name));
    }

    /** A number of the release, else of helmDefaults. */
    public Optional<Integer> whole(String name) {
        return fields.whole(name).or(() -> defaults().whole(name));
    }

    /** A text of the release, else of helmDefaults, else empty. */
    public String text(String name) {
        String own = fields.text(name);
        return own.isEmpty() ? defaults().text(name) : own;
    }

    /** A list of the release, else of helmDefaults. */
    public List<String> texts(String name) {
        return fields.has(name) ? fields.texts(name) : defaults().texts(name);
    }

    public Fields defaults() {
        return state.spec().struct("helmDefaults");
    }

    /** The dot of the release's values templates. */
    public TemplateData data() {
        return data(state.environment().merged());
    }

    /** The dot with other {@code .Values}: those of patches and raw manifests hold the release's own, too. */
    public TemplateData data(ValueMap values) {
        ValueMap all = new ValueMap();
        labels.forEach(all::put);
        return ReleaseData.of(fields.with("labels", all), state.environment(), state.overrides(), values);
    }
}
