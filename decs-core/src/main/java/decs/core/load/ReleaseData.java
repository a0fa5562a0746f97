package decs.core.load;

import decs.core.environment.Environment;
import decs.core.spec.Fields;
import decs.template.value.ValueMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** What templates of a release see as the dot: the release's own few fields beside the state's. */
public final class ReleaseData {
    private ReleaseData() {}

    /** The data for one release as it stands. */
    public static TemplateData of(Fields release, Environment environment, State.Overrides overrides, ValueMap values) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Environment", TemplateData.environmentOfReleases(environment));
        fields.put("Release", release(release));
        fields.put("Values", values);
        fields.put("StateValues", values);
        fields.put("KubeContext", overrides.kubeContext());
        fields.put("Namespace", overrides.namespace());
        fields.put("Chart", overrides.chart());
        return new TemplateData("state.releaseTemplateData", fields);
    }

    private static TemplateData release(Fields release) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Name", release.text("name"));
        fields.put("Namespace", release.text("namespace"));
        ValueMap labels = new ValueMap();
        release.textMap("labels").forEach(labels::put);
        fields.put("Labels", labels);
        fields.put("Chart", release.text("chart"));
        fields.put("ChartVersion", release.text("version"));
        fields.put("KubeContext", release.text("kubeContext"));
        return new TemplateData("state.releaseTemplateDataRelease", fields);
    }
}
