package decs.core.text;

import decs.core.load.Compat;
import decs.core.load.State;
import decs.core.plan.Releases;
import decs.core.plan.ResolvedRelease;
import decs.core.prepare.ChartPlace;
import decs.core.spec.FieldType;
import decs.core.spec.Fields;
import decs.core.spec.SpecField;
import decs.core.spec.SpecMerge;
import decs.core.spec.SpecType;
import decs.core.spec.SpecTypes;
import decs.template.language.TemplateObject;
import decs.template.value.ValueMap;
import decs.template.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The resolved state as {@code helmfile build} prints it, field by field in helmfile's own order. */
public final class Build {
    private static final Set<String> PLAIN_DEFAULTS = Set.of(
            "verify",
            "enableDNS",
            "devel",
            "wait",
            "waitRetries",
            "waitForJobs",
            "timeout",
            "recreatePods",
            "force",
            "atomic",
            "rollbackOnFailure",
            "forceConflicts",
            "skipDeps",
            "skipRefresh",
            "reuseValues");
    private static final List<String> PLAIN_DEFAULTS_V0 = List.of(
            "tillerless",
            "verify",
            "devel",
            "wait",
            "waitForJobs",
            "timeout",
            "recreatePods",
            "force",
            "atomic",
            "cleanupOnFail",
            "historyMax",
            "createNamespace",
            "skipDeps",
            "tls");
    private static final Set<String> TRI_STATE_V0 = Set.of("cleanupOnFail", "historyMax", "createNamespace");

    private Build() {}

    /** One state's document, with its header. */
    public static String of(Releases releases, String helmBinary) {
        State state = releases.state();
        boolean v0 = state.compat() == Compat.V0;
        String shown = v0 ? state.file().name() : state.file().path().toString();
        return "---\n#  Source: " + shown + "\n\n" + Yaml.writeV3(tree(releases, helmBinary, v0));
    }

    /** An object whose fields are written in their own order. */
    private record Ordered(ValueMap fields) implements TemplateObject {
        @Override
        public String goType() {
            return "state.HelmState";
        }

        @Override
        public Optional<Member> member(String name) {
            return Optional.ofNullable(fields.get(name)).map(Member.Field::new);
        }

        @Override
        public String goString() {
            return fields.toString();
        }

        @Override
        public Object jsonValue() {
            return fields;
        }
    }

    private static Ordered tree(Releases releases, String helmBinary, boolean v0) {
        State state = releases.state();
        Fields spec = state.spec();
        ValueMap out = new ValueMap();
        out.put("filepath", state.file().name());
        out.put("helmBinary", spec.text("helmBinary").isEmpty() ? helmBinary : spec.text("helmBinary"));
        if (!v0) {
            String kustomize = spec.text("kustomizeBinary");
            out.put("kustomizeBinary", kustomize.isEmpty() ? "kustomize" : kustomize);
        }
        for (SpecField field : SpecTypes.HELMFILE.fields()) {
            switch (field.name()) {
                case "filepath", "renderedvalues", "helmBinary", "kustomizeBinary", "templates", "defaultInherit" -> {}
                case "releases" -> put(out, "releases", releases(releases));
                case "helmDefaults" -> helmDefaults(spec, v0).ifPresent(d -> out.put("helmDefaults", d));
                case "namespace" -> put(out, "namespace", state.overrides().namespace());
                case "kubeContext" -> put(out, "kubeContext", state.overrides().kubeContext());
                case "chart" -> put(out, "chart", state.overrides().chart());
                default -> put(out, field.name(), shown(spec.map().get(field.name()), field.type()));
            }
            if (field.name().equals("hooks")) {
                Object templates = shown(spec.map().get("templates"), new FieldType.StructMap(SpecTypes.RELEASE));
                out.put("templates", templates == null ? new ValueMap() : templates);
            }
        }
        Object inherited = spec.map().get("defaultInherit");
        put(out, "defaultInherit", inherited instanceof String name ? List.of(name) : inherited);
        out.put("renderedvalues", state.environment().merged());
        return new Ordered(out);
    }

    private static void put(ValueMap out, String name, Object value) {
        if (!SpecMerge.isZero(value)) {
            out.put(name, value);
        }
    }

    private static Optional<Ordered> helmDefaults(Fields spec, boolean v0) {
        Fields defaults = spec.struct("helmDefaults");
        boolean anything = defaults.map().values().stream().anyMatch(value -> !SpecMerge.isZero(value));
        if (!anything && !(v0 ? false : defaults.map().containsKey("createNamespace"))) {
            return Optional.empty();
        }
        ValueMap out = new ValueMap();
        if (v0) {
            put(out, "kubeContext", defaults.text("kubeContext"));
            put(out, "args", defaults.list("args"));
            for (String name : PLAIN_DEFAULTS_V0) {
                Object value = defaults.map().get(name);
                boolean number = name.equals("timeout");
                if (value != null || !TRI_STATE_V0.contains(name)) {
                    out.put(name, value != null ? value : number ? (Object) 0 : (Object) false);
                }
            }
            return Optional.of(new Ordered(out));
        }
        for (SpecField field : SpecTypes.HELM_DEFAULTS.fields()) {
            Object value = defaults.map().get(field.name());
            boolean plain = PLAIN_DEFAULTS.contains(field.name());
            if (plain) {
                Object zero = field.type() instanceof FieldType.Whole ? (Object) 0 : (Object) false;
                out.put(field.name(), value == null ? zero : value);
            } else if (value instanceof Boolean || value instanceof Integer) {
                boolean zeroHides = !Set.of(
                                "createNamespace",
                                "disableValidation",
                                "disableOpenAPIValidation",
                                "skipSchemaValidation",
                                "syncReleaseLabels",
                                "takeOwnership",
                                "disableAutoDetectedKubeVersionForDiff",
                                "historyMax")
                        .contains(field.name());
                if (!zeroHides || !SpecMerge.isZero(value)) {
                    out.put(field.name(), value);
                }
            } else {
                put(out, field.name(), value);
            }
        }
        return Optional.of(new Ordered(out));
    }

    private static List<Object> releases(Releases releases) {
        State state = releases.state();
        boolean asWritten =
                state.compat() == Compat.V0 && state.selector().alternatives().isEmpty();
        List<Object> all = new ArrayList<>();
        if (asWritten) {
            state.releases().forEach(release -> all.add(release(release, release.textMap("labels"))));
        } else {
            for (ResolvedRelease release : releases.selected()) {
                all.add(release(prepared(release), release.labels()));
            }
        }
        return all;
    }

    private static Fields prepared(ResolvedRelease release) {
        return ChartPlace.prepared(release)
                .filter(path -> release.state().compat() != Compat.V0)
                .map(path -> release.fields().with("chartPath", path))
                .orElse(release.fields());
    }

    private static Ordered release(Fields fields, Map<String, String> labels) {
        ValueMap out = new ValueMap();
        for (SpecField field : SpecTypes.RELEASE.fields()) {
            if (field.name().equals("labels")) {
                ValueMap tree = new ValueMap();
                new TreeMap<>(labels).forEach(tree::put);
                put(out, "labels", tree);
                continue;
            }
            Object value = fields.map().get(field.name());
            if (value instanceof Boolean || value instanceof Integer) {
                boolean plain = Set.of("plainHttp", "insecureSkipTLSVerify", "forceGoGetter")
                        .contains(field.name());
                if (!plain || !SpecMerge.isZero(value)) {
                    out.put(field.name(), value);
                }
            } else {
                put(out, field.name(), shown(value, field.type()));
            }
        }
        return new Ordered(out);
    }

    /** A value with its structs in field order and without empty fields. */
    private static Object shown(Object value, FieldType type) {
        if (type instanceof FieldType.Struct struct && value instanceof ValueMap map) {
            return struct(map, struct.type());
        }
        if (type instanceof FieldType.Structs structs && value instanceof List<?> list) {
            List<Object> shown = new ArrayList<>();
            list.forEach(item -> shown.add(item instanceof ValueMap map ? struct(map, structs.type()) : item));
            return shown;
        }
        if (type instanceof FieldType.StructMap structs && value instanceof Map<?, ?> map) {
            ValueMap shown = new ValueMap();
            map.forEach((name, item) -> shown.put(
                    String.valueOf(name), item instanceof ValueMap fields ? struct(fields, structs.type()) : item));
            return shown;
        }
        return value;
    }

    private static Object struct(ValueMap map, SpecType type) {
        ValueMap out = new ValueMap();
        boolean withZeros = type.equals(SpecTypes.HOOK) || type.equals(SpecTypes.DEPENDENCY);
        for (SpecField field : type.fields()) {
            Object value = map.get(field.name());
            if (withZeros && !field.name().equals("kubectlApply")) {
                Object zero = field.type() instanceof FieldType.Text
                        ? ""
                        : field.type() instanceof FieldType.Flag ? (Object) false : List.of();
                out.put(field.name(), value == null ? zero : value);
            } else {
                put(out, field.name(), shown(value, field.type()));
            }
        }
        return out.isEmpty() ? new ValueMap() : new Ordered(out);
    }
}
