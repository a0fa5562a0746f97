package decs.core.plan;

import decs.core.load.Compat;
import decs.core.load.State;
import decs.core.select.Selector;
import decs.core.spec.Fields;
import decs.template.source.DecsException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The releases of a state as they will be run, all of them and those that are meant.
 *
 * @param all every release, in file order
 * @param selected those that the selectors match: without selectors all, whatever their condition, else those of them whose
 *     condition holds. Mirrors: app.processFilteredReleases
 */
public record Releases(State state, List<ResolvedRelease> all, List<ResolvedRelease> selected) {
    public Releases {
        all = List.copyOf(all);
        selected = List.copyOf(selected);
    }

    /** Resolves the releases of {@code state}, at the versions of its lock file where there is one. */
    public static Releases of(State state) {
        return of(state, LockFile.of(state));
    }

    /** The same with the versions as they are written. */
    public static Releases unlocked(State state) {
        return of(state, Optional.empty());
    }

    private static Releases of(State state, Optional<LockFile> lock) {
        Set<String> repositories = state.spec().structs("repositories").stream()
                .map(repository -> repository.text("name"))
                .collect(Collectors.toSet());
        List<Fields> overridden = new ArrayList<>();
        for (Fields release : state.releases()) {
            Fields over = overridden(release, state);
            overridden.add(lock.map(file -> file.applied(over, repositories)).orElse(over));
        }
        Map<String, Object> values = new LinkedHashMap<>(state.environment().merged());
        List<ResolvedRelease> all = new ArrayList<>();
        for (Fields release : overridden) {
            boolean enabled = Condition.holds(release.text("condition"), values, release.text("name"), state.compat());
            all.add(new ResolvedRelease(state, Needs.normalised(release), labels(release, state), enabled));
        }
        Selector selector = state.selector();
        boolean choosy = !selector.alternatives().isEmpty();
        List<ResolvedRelease> selected = all.stream()
                .filter(release -> selector.matches(release.labels()) && (release.enabled() || !choosy))
                .toList();
        refuseDuplicates(selected);
        return new Releases(state, all, selected);
    }

    /** Those selected whose condition holds. */
    public List<ResolvedRelease> enabled() {
        return selected.stream().filter(ResolvedRelease::enabled).toList();
    }

    /**
     * The same with the chart that is given for all of them: what is worked on, where listings show the charts as they
     * are written. Mirrors: state.prepareChartForRelease
     */
    public Releases withGivenChart() {
        String chart = state.overrides().chart();
        if (chart.isEmpty() || state.compat() == Compat.V0) {
            return this;
        }
        IdentityHashMap<ResolvedRelease, ResolvedRelease> changed = new IdentityHashMap<>();
        all.forEach(release -> changed.put(release, release.withChart(chart)));
        return new Releases(
                state,
                all.stream().map(changed::get).toList(),
                selected.stream().map(changed::get).toList());
    }

    private static Fields overridden(Fields release, State state) {
        Fields result = release;
        State.Overrides over = state.overrides();
        if (!over.namespace().isEmpty()) {
            result = result.with("namespace", over.namespace());
        }
        if (!over.kubeContext().isEmpty()) {
            result = result.with("kubeContext", over.kubeContext());
        }
        boolean choosy = !state.selector().alternatives().isEmpty();
        if (!over.chart().isEmpty() && state.compat() == Compat.V0 && choosy) {
            result = result.with("chart", over.chart());
        }
        return result;
    }

    private static Map<String, String> labels(Fields release, State state) {
        Map<String, String> labels = new LinkedHashMap<>(release.textMap("labels"));
        String chart = release.text("chart");
        Map<String, String> automatic = new LinkedHashMap<>();
        automatic.put("name", release.text("name"));
        automatic.put("namespace", release.text("namespace"));
        automatic.put("chart", chart.substring(chart.lastIndexOf('/') + 1));
        if (state.compat() == Compat.V0) {
            Map<String, String> common = state.spec().textMap("commonLabels");
            automatic.forEach((key, value) -> {
                if (!common.containsKey(key)) {
                    labels.put(key, value);
                }
            });
        } else {
            labels.putAll(automatic);
        }
        return labels;
    }

    private static void refuseDuplicates(List<ResolvedRelease> selected) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        selected.forEach(release -> counts.merge(release.id(), 1, Integer::sum));
        for (ResolvedRelease release : selected) {
            int count = counts.get(release.id());
            if (count > 1) {
                String namespace = release.namespace().isEmpty() ? "" : " in namespace \"" + release.namespace() + "\"";
                String context =
                        release.kubeContext().isEmpty() ? "" : " in kubecontext \"" + release.kubeContext() + "\"";
                throw new DecsException("duplicate release \"" + release.name() + "\" found" + namespace + context
                        + ": there were " + count + " releases named \"" + release.name()
                        + "\" matching specified selector");
            }
        }
    }
}
