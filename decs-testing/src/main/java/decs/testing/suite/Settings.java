package decs.testing.suite;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a suite or a test renders with. Absent texts are empty, absent numbers 0.
 *
 * @param values files, relative to the suite's file
 * @param set values by path
 */
public record Settings(
        List<String> values,
        Map<String, Object> set,
        ReleaseSetting release,
        CapabilitySetting capabilities,
        ChartSetting chart,
        ClusterSetting cluster,
        Optional<PostRenderer> postRenderer) {
    public Settings {
        values = List.copyOf(values);
        Objects.requireNonNull(set, "set");
        Objects.requireNonNull(release, "release");
        Objects.requireNonNull(capabilities, "capabilities");
        Objects.requireNonNull(chart, "chart");
        Objects.requireNonNull(cluster, "cluster");
        Objects.requireNonNull(postRenderer, "postRenderer");
    }

    /** The settings of a test in a suite with settings; files and paths stay apart, for they are laid over one another. */
    public Settings over(Settings suite) {
        return new Settings(
                values,
                set,
                release.over(suite.release),
                capabilities.over(suite.capabilities),
                chart.over(suite.chart),
                cluster.over(suite.cluster),
                postRenderer.or(() -> suite.postRenderer));
    }

    private static String either(String own, String other) {
        return own.isEmpty() ? other : own;
    }

    /** {@code .Release}. */
    public record ReleaseSetting(String name, String namespace, int revision, boolean upgrade) {
        ReleaseSetting over(ReleaseSetting suite) {
            return new ReleaseSetting(
                    either(name, suite.name),
                    either(namespace, suite.namespace),
                    revision == 0 ? suite.revision : revision,
                    upgrade || suite.upgrade);
        }
    }

    /**
     * {@code .Capabilities}.
     *
     * @param cleared whether the list of API versions is given and empty, so that the suite's does not count
     */
    public record CapabilitySetting(String major, String minor, List<String> apiVersions, boolean cleared) {
        public CapabilitySetting {
            apiVersions = List.copyOf(apiVersions);
        }

        CapabilitySetting over(CapabilitySetting suite) {
            List<String> versions = new ArrayList<>(apiVersions);
            if (!cleared) {
                versions.addAll(suite.apiVersions);
            }
            return new CapabilitySetting(either(major, suite.major), either(minor, suite.minor), versions, cleared);
        }
    }

    /** What Chart.yaml is to say instead. */
    public record ChartSetting(String version, String appVersion) {
        ChartSetting over(ChartSetting suite) {
            return new ChartSetting(either(version, suite.version), either(appVersion, suite.appVersion));
        }
    }

    /**
     * What {@code lookup} finds.
     *
     * @param scheme the resources that there are, by {@code apiVersion/Kind}
     */
    public record ClusterSetting(Map<String, Object> scheme, List<Object> objects) {
        public ClusterSetting {
            Objects.requireNonNull(scheme, "scheme");
            objects = List.copyOf(objects);
        }

        ClusterSetting over(ClusterSetting suite) {
            Map<String, Object> both = new LinkedHashMap<>(scheme);
            both.putAll(suite.scheme);
            List<Object> all = new ArrayList<>(objects);
            all.addAll(suite.objects);
            return new ClusterSetting(both, all);
        }
    }

    /** A program that rendered text is sent through. */
    public record PostRenderer(String command, List<String> arguments) {
        public PostRenderer {
            Objects.requireNonNull(command, "command");
            arguments = List.copyOf(arguments);
        }
    }
}
