package decs.core.run;

import decs.core.plan.ResolvedRelease;
import decs.core.spec.FieldType;
import decs.core.spec.SpecField;
import decs.core.spec.SpecTypes;
import decs.template.gofmt.GoFormat;
import decs.template.language.TemplateObject;
import decs.template.value.ValueMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A whole release as hooks see it: every field of the spec under its name in Go. */
record ReleaseStruct(ResolvedRelease release) implements TemplateObject {
    private static final Map<String, String> OWN_NAMES = Map.of(
            "SetValues", "set",
            "SetStringValues", "setString",
            "EnvValues", "env",
            "JSONPatches", "jsonPatches",
            "KubedogQPS", "kubedogQPS");

    @Override
    public String goType() {
        return "*state.ReleaseSpec";
    }

    @Override
    public Optional<Member> member(String name) {
        String field = OWN_NAMES.getOrDefault(name, Character.toLowerCase(name.charAt(0)) + name.substring(1));
        return SpecTypes.RELEASE.field(field).map(known -> new Member.Field(value(known)));
    }

    private Object value(SpecField field) {
        if (field.name().equals("labels")) {
            ValueMap labels = new ValueMap();
            release.labels().forEach(labels::put);
            return labels;
        }
        Object value = release.fields().map().get(field.name());
        return value != null ? value : zero(field.type());
    }

    private static Object zero(FieldType type) {
        if (type instanceof FieldType.Text) {
            return "";
        }
        if (type instanceof FieldType.TextMap || type instanceof FieldType.StructMap) {
            return new ValueMap();
        }
        if (type instanceof FieldType.Texts || type instanceof FieldType.AnyList || type instanceof FieldType.Structs) {
            return List.of();
        }
        return null;
    }

    @Override
    public String goString() {
        return GoFormat.sprint(new Object[] {release.fields().map()});
    }
}
