package decs.helm.text;

import decs.helm.chart.Dependency;
import decs.helm.chart.HelmVersion;
import decs.helm.release.ApplyMethod;
import decs.helm.release.Release;
import decs.helm.release.ReleaseCodec;
import decs.helm.values.ChartValues;
import decs.template.TemplateSet;
import decs.template.language.FunctionTable;
import decs.template.language.Host;
import decs.template.language.Limits;
import decs.template.language.TemplateOptions;
import decs.template.source.Source;
import decs.template.yaml.Json;
import decs.template.yaml.Yaml;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the {@code get} verbs print. */
public final class GetText {
    private final HelmVersion helm;

    public GetText(HelmVersion helm) {
        this.helm = helm;
    }

    public String manifest(Release release) {
        return release.manifest() + "\n";
    }

    public String hooks(Release release) {
        return StatusText.hooks(release);
    }

    public String notes(Release release) {
        return release.state().notes().isEmpty()
                ? ""
                : "NOTES:\n" + release.state().notes() + "\n";
    }

    /** The values as {@code output} (table, json, yaml) wants them; {@code all} adds the chart's defaults. */
    public String values(Release release, boolean all, String output) {
        Map<String, Object> values = all ? computed(release) : release.config();
        Object data = values.isEmpty() && !all ? null : values;
        return switch (output) {
            case "json" -> Json.write(data) + "\n";
            case "yaml" -> Yaml.write(data);
            default -> (all ? "COMPUTED VALUES:\n" : "USER-SUPPLIED VALUES:\n") + Yaml.write(data);
        };
    }

    private Map<String, Object> computed(Release release) {
        return ChartValues.coalesce(release.chart().chart(), release.config(), helm, warning -> {});
    }

    /** The table of {@code get metadata}. */
    String metadata(Release release) {
        StringBuilder out = new StringBuilder();
        line(out, "NAME", release.name());
        line(out, "CHART", release.chart().metadata().name());
        line(out, "VERSION", release.chart().metadata().version());
        line(out, "APP_VERSION", release.chart().metadata().appVersion());
        line(out, "ANNOTATIONS", pairs(release.chart().metadata().annotations()));
        if (helm == HelmVersion.V4) {
            line(out, "LABELS", pairs(release.labels()));
        }
        line(
                out,
                "DEPENDENCIES",
                release.chart().metadata().dependencies().stream()
                        .map(Dependency::name)
                        .collect(Collectors.joining(",")));
        line(out, "NAMESPACE", release.namespace());
        line(out, "REVISION", Integer.toString(release.revision()));
        line(out, "STATUS", release.status().text());
        line(out, "DEPLOYED_AT", Times.rfc3339(release.state().lastDeployed(), false));
        if (helm == HelmVersion.V4) {
            line(out, "APPLY_METHOD", method(release.applyMethod()));
        }
        return out.toString();
    }

    /** {@code get metadata} as {@code output} wants it. */
    public String metadata(Release release, String output) {
        String json = output.equals("table") ? "" : ReleaseCodec.metadataJson(release, helm);
        return switch (output) {
            case "json" -> json + "\n";
            case "yaml" -> Yaml.write(Yaml.read(Source.of("release", json)));
            default -> metadata(release);
        };
    }

    /** A release through a Go template that knows no functions but the language's own. */
    public String through(String template, Release release, Host host) {
        TemplateSet set = TemplateSet.compile(
                List.of(Source.of("_", template)),
                TemplateOptions.of(FunctionTable.builder().build()));
        StringBuilder out = new StringBuilder();
        set.render("_", Map.of("Release", ReleaseValue.of(release)), host, Limits.defaults(), out);
        return out.toString();
    }

    private static String method(ApplyMethod method) {
        return switch (method) {
            case SERVER_SIDE -> "server-side apply";
            case CLIENT_SIDE -> "client-side apply";
            case UNRECORDED -> "client-side apply (defaulted)";
        };
    }

    /** All that is known of a release. */
    public String all(Release release) {
        StringBuilder out = StatusText.head(release);
        line(out, "CHART", release.chart().metadata().name());
        line(out, "VERSION", release.chart().metadata().version());
        line(out, "APP_VERSION", release.chart().metadata().appVersion());
        if (helm == HelmVersion.V4) {
            line(out, "DESCRIPTION", release.state().description());
        }
        StatusText.tests(release, out);
        out.append(values(release, false, "table")).append('\n');
        out.append(values(release, true, "table")).append('\n');
        out.append("HOOKS:\n").append(hooks(release));
        out.append("MANIFEST:\n").append(release.manifest()).append('\n');
        if (!release.state().notes().isEmpty()) {
            out.append("NOTES:\n").append(release.state().notes().strip()).append('\n');
        }
        return out.toString();
    }

    private static String pairs(Map<String, String> map) {
        return new TreeMap<>(map)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(","));
    }

    private static void line(StringBuilder out, String name, String value) {
        out.append(name).append(": ").append(value).append('\n');
    }
}
