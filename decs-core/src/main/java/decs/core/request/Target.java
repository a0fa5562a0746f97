package decs.core.request;

import decs.core.load.Compat;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * Which spec is meant, and what of it; empty texts and lists are what was not given.
 *
 * @param folder where relative paths start
 * @param file the state file, folder or URL; empty for the default names
 * @param namespace over every release's
 * @param kubeContext over every release's
 * @param chart over every release's
 * @param selectors alternatives of label pairs ({@code tier=web,name!=db})
 */
public record Target(
        Path folder,
        String file,
        String environment,
        String namespace,
        String kubeContext,
        String chart,
        List<String> selectors,
        StateValues stateValues,
        Compat compat) {
    public Target {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(namespace, "namespace");
        Objects.requireNonNull(kubeContext, "kubeContext");
        Objects.requireNonNull(chart, "chart");
        selectors = List.copyOf(selectors);
        Objects.requireNonNull(stateValues, "stateValues");
        Objects.requireNonNull(compat, "compat");
    }

    /**
     * Values that beat those of the environment.
     *
     * @param set {@code a.b=1,c=x}, typed
     * @param setString the same as text
     */
    public record StateValues(List<String> set, List<String> setString, List<String> files) {
        public StateValues {
            set = List.copyOf(set);
            setString = List.copyOf(setString);
            files = List.copyOf(files);
        }

        public static StateValues none() {
            return new StateValues(List.of(), List.of(), List.of());
        }
    }

    /** Everything in a folder, in its default environment. */
    public static Target of(Path folder) {
        return new Target(folder, "", "", "", "", "", List.of(), StateValues.none(), Compat.AUTO);
    }

    public Target withFile(String file) {
        return new Target(folder, file, environment, namespace, kubeContext, chart, selectors, stateValues, compat);
    }

    public Target withEnvironment(String environment) {
        return new Target(folder, file, environment, namespace, kubeContext, chart, selectors, stateValues, compat);
    }

    public Target withNamespace(String namespace) {
        return new Target(folder, file, environment, namespace, kubeContext, chart, selectors, stateValues, compat);
    }

    public Target withKubeContext(String kubeContext) {
        return new Target(folder, file, environment, namespace, kubeContext, chart, selectors, stateValues, compat);
    }

    public Target withChart(String chart) {
        return new Target(folder, file, environment, namespace, kubeContext, chart, selectors, stateValues, compat);
    }

    public Target withSelectors(List<String> selectors) {
        return new Target(folder, file, environment, namespace, kubeContext, chart, selectors, stateValues, compat);
    }

    public Target withStateValues(StateValues stateValues) {
        return new Target(folder, file, environment, namespace, kubeContext, chart, selectors, stateValues, compat);
    }

    public Target withCompat(Compat compat) {
        return new Target(folder, file, environment, namespace, kubeContext, chart, selectors, stateValues, compat);
    }
}
