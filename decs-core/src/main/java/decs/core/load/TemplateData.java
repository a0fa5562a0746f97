package decs.core.load;

import decs.core.environment.Environment;
import decs.template.gofmt.GoFormat;
import decs.template.language.TemplateObject;
import decs.template.value.ValueMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What templates of a state see as the dot: a Go struct with named fields, or an environment inside it. */
public record TemplateData(String goType, Map<String, Object> fields) implements TemplateObject {
    /** The dot of state files and environment values. */
    public static TemplateData ofState(Environment environment, String namespace) {
        return ofState(environment, namespace, environment.merged());
    }

    static TemplateData ofState(Environment environment, String namespace, ValueMap values) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Environment", environment(environment, environment.own()));
        fields.put("Namespace", namespace);
        fields.put("Values", values);
        fields.put("StateValues", values);
        return new TemplateData("*state.EnvironmentTemplateData", fields);
    }

    /** The environment as what belongs to one release sees it. */
    public static TemplateData environmentOfReleases(Environment environment) {
        return environment(environment, environment.ownOfReleases());
    }

    private static TemplateData environment(Environment environment, ValueMap values) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("Name", environment.name());
        fields.put("KubeContext", environment.kubeContext());
        fields.put("Values", values);
        fields.put("Defaults", environment.defaults());
        if (!environment.v0()) {
            fields.put("CLIOverrides", environment.cli());
        }
        return new TemplateData("environment.Environment", fields);
    }

    @Override
    public Optional<Member> member(String name) {
        return fields.containsKey(name) ? Optional.of(new Member.Field(fields.get(name))) : Optional.empty();
    }

    /** The fields under their Go names, as encoding/json shows a struct. */
    @Override
    public Object jsonValue() {
        return new ValueMap(fields);
    }

    @Override
    public String goString() {
        StringBuilder out = new StringBuilder(goType.startsWith("*") ? "&{" : "{");
        fields.values().forEach(value -> out.append(GoFormat.sprint(new Object[] {value}))
                .append(' '));
        out.setLength(Math.max(1, out.length() - 1));
        return out.append('}').toString();
    }
}
