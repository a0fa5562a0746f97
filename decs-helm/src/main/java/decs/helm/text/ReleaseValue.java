package decs.helm.text;

import decs.helm.release.Hook;
import decs.helm.release.Release;
import decs.template.gofmt.GoFormat;
import decs.template.gofmt.GoTime;
import decs.template.gofmt.GoZone;
import decs.template.language.TemplateObject;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A release as {@code get all --template} sees it: Go's structs with their field names. */
record ReleaseValue(String goType, Map<String, Object> fields) implements TemplateObject {

    static ReleaseValue of(Release release) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Name", release.name());
        fields.put("Info", info(release));
        fields.put("Chart", chart(release));
        fields.put("Config", release.config());
        fields.put("Manifest", release.manifest());
        List<Object> hooks = new ArrayList<>();
        release.hooks().forEach(hook -> hooks.add(hook(hook)));
        fields.put("Hooks", hooks);
        fields.put("Version", release.revision());
        fields.put("Namespace", release.namespace());
        fields.put("Labels", new LinkedHashMap<String, Object>(release.labels()));
        fields.put("ApplyMethod", release.applyMethod().text());
        return new ReleaseValue("*release.Release", fields);
    }

    private static ReleaseValue info(Release release) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("FirstDeployed", time(release.state().firstDeployed()));
        fields.put("LastDeployed", time(release.state().lastDeployed()));
        fields.put("Deleted", time(release.state().deleted()));
        fields.put("Description", release.state().description());
        fields.put("Status", release.status().text());
        fields.put("RollbackRevision", release.state().rollbackRevision());
        fields.put("Notes", release.state().notes());
        return new ReleaseValue("*release.Info", fields);
    }

    private static ReleaseValue chart(Release release) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("Name", release.chart().metadata().name());
        metadata.put("Version", release.chart().metadata().version());
        metadata.put("AppVersion", release.chart().metadata().appVersion());
        metadata.put("Description", release.chart().metadata().description());
        metadata.put("Type", release.chart().metadata().type());
        metadata.put("APIVersion", release.chart().metadata().apiVersion());
        metadata.put(
                "Annotations",
                new LinkedHashMap<String, Object>(release.chart().metadata().annotations()));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Metadata", new ReleaseValue("*chart.Metadata", metadata));
        fields.put("Values", release.chart().chart().values());
        return new ReleaseValue("*chart.Chart", fields);
    }

    private static ReleaseValue hook(Hook hook) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Name", hook.name());
        fields.put("Kind", hook.kind());
        fields.put("Path", hook.definition().path());
        fields.put("Manifest", hook.definition().text());
        fields.put("Weight", hook.definition().weight());
        return new ReleaseValue("*release.Hook", fields);
    }

    private static Object time(Optional<OffsetDateTime> time) {
        return time.<Object>map(t ->
                        GoTime.of(t.toInstant(), GoZone.fixed("", t.getOffset().getTotalSeconds())))
                .orElse(GoTime.ZERO);
    }

    @Override
    public Optional<Member> member(String name) {
        return fields.containsKey(name) ? Optional.of(new Member.Field(fields.get(name))) : Optional.empty();
    }

    @Override
    public String goString() {
        StringBuilder out = new StringBuilder("&{");
        fields.values().forEach(value -> out.append(out.length() > 2 ? " " : "").append(GoFormat.value(value)));
        return out.append('}').toString();
    }
}
