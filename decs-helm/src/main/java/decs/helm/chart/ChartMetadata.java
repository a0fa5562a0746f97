package decs.helm.chart;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Chart.yaml; absent texts are empty, absent lists and maps are empty. */
public record ChartMetadata(
        String name,
        String home,
        List<String> sources,
        String version,
        String description,
        List<String> keywords,
        List<Maintainer> maintainers,
        String icon,
        String apiVersion,
        String condition,
        String tags,
        String appVersion,
        boolean deprecated,
        Map<String, String> annotations,
        String kubeVersion,
        List<Dependency> dependencies,
        String type) {
    public ChartMetadata {
        Objects.requireNonNull(name, "name");
        sources = List.copyOf(sources);
        keywords = List.copyOf(keywords);
        maintainers = List.copyOf(maintainers);
        annotations = Collections.unmodifiableMap(new LinkedHashMap<>(annotations));
        dependencies = List.copyOf(dependencies);
    }

    /** Whether the chart only lends templates ({@code type: library}). */
    public boolean isLibrary() {
        return type.equalsIgnoreCase("library");
    }

    public ChartMetadata withName(String name) {
        return new ChartMetadata(
                name,
                home,
                sources,
                version,
                description,
                keywords,
                maintainers,
                icon,
                apiVersion,
                condition,
                tags,
                appVersion,
                deprecated,
                annotations,
                kubeVersion,
                dependencies,
                type);
    }

    public ChartMetadata withDependencies(List<Dependency> dependencies) {
        return new ChartMetadata(
                name,
                home,
                sources,
                version,
                description,
                keywords,
                maintainers,
                icon,
                apiVersion,
                condition,
                tags,
                appVersion,
                deprecated,
                annotations,
                kubeVersion,
                dependencies,
                type);
    }

    public ChartMetadata withVersion(String version) {
        return new ChartMetadata(
                name,
                home,
                sources,
                version,
                description,
                keywords,
                maintainers,
                icon,
                apiVersion,
                condition,
                tags,
                appVersion,
                deprecated,
                annotations,
                kubeVersion,
                dependencies,
                type);
    }

    public ChartMetadata withAppVersion(String appVersion) {
        return new ChartMetadata(
                name,
                home,
                sources,
                version,
                description,
                keywords,
                maintainers,
                icon,
                apiVersion,
                condition,
                tags,
                appVersion,
                deprecated,
                annotations,
                kubeVersion,
                dependencies,
                type);
    }

    public ChartMetadata withApiVersion(String apiVersion) {
        return new ChartMetadata(
                name,
                home,
                sources,
                version,
                description,
                keywords,
                maintainers,
                icon,
                apiVersion,
                condition,
                tags,
                appVersion,
                deprecated,
                annotations,
                kubeVersion,
                dependencies,
                type);
    }
}
