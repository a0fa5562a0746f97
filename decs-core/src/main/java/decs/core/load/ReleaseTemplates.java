package decs.core.load;

import decs.core.environment.Environment;
import decs.core.functions.FunctionScope;
import decs.core.spec.Fields;
import decs.template.source.DecsException;
import decs.template.source.Source;
import decs.template.value.ValueMap;
import decs.template.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The release template stage: inheritance, defaults that every release takes from the state, and the expressions that
 * are expanded late, round by round until nothing changes.
 */
final class ReleaseTemplates {
    private static final int MOST_ROUNDS = 6;
    private static final List<String> TEXTS = List.of("name", "chart", "namespace", "version");
    private static final List<String> SWITCHES =
            List.of("waitTemplate", "installedTemplate", "verifyTemplate", "conditionTemplate");

    private final StateFile file;
    private final Compat compat;
    private final Fields spec;
    private final Environment environment;
    private final TemplateText templates;
    private final FunctionScope scope;
    private final State.Overrides overrides;

    ReleaseTemplates(
            StateFile file,
            Compat compat,
            Fields spec,
            Environment environment,
            TemplateText templates,
            FunctionScope scope,
            State.Overrides overrides) {
        this.file = file;
        this.compat = compat;
        this.spec = spec;
        this.environment = environment;
        this.templates = templates;
        this.scope = scope;
        this.overrides = overrides;
    }

    List<Fields> expand() {
        Inheritance inheritance = new Inheritance(spec);
        List<Fields> expanded = new ArrayList<>();
        for (Fields release : spec.structs("releases")) {
            try {
                expanded.add(release(inheritance.resolve(release)));
            } catch (DecsException failure) {
                throw LoadFailure.in("failed executing release templates in \"" + file.name() + "\": ", failure);
            }
        }
        return expanded;
    }

    private Fields release(Fields written) {
        Fields release = withDefaults(written);
        String name = release.text("name");
        Fields before = null;
        for (int round = 0; !release.equals(before); round++) {
            if (round == MOST_ROUNDS) {
                throw new DecsException("failed executing templates in release \"" + file.name() + "\".\"" + name
                        + "\": recursive references can't be resolved");
            }
            before = release;
            try {
                release = round(release);
            } catch (DecsException failure) {
                throw LoadFailure.in(
                        "failed executing templates in release \"" + file.name() + "\".\"" + name + "\": ", failure);
            }
        }
        Fields done = switches(joined(release), name);
        if (done.text("chart").isEmpty()) {
            throw new DecsException("encountered empty chart while reading release \"" + name + "\"");
        }
        return done;
    }

    private Fields withDefaults(Fields written) {
        Fields release = written;
        String context = spec.struct("helmDefaults").text("kubeContext");
        if (release.text("kubeContext").isEmpty() && !context.isEmpty()) {
            release = release.with("kubeContext", context);
        }
        Map<String, String> common = spec.textMap("commonLabels");
        if (!common.isEmpty()) {
            ValueMap labels = new ValueMap();
            release.textMap("labels").forEach(labels::put);
            common.forEach(labels::put);
            release = release.with("labels", labels);
        }
        if (!release.has("apiVersions") && spec.has("apiVersions")) {
            release = release.with("apiVersions", spec.list("apiVersions"));
        }
        if (release.text("kubeVersion").isEmpty() && !spec.text("kubeVersion").isEmpty()) {
            release = release.with("kubeVersion", spec.text("kubeVersion"));
        }
        return release;
    }

    private Fields round(Fields release) {
        TemplateData data = ReleaseData.of(release, environment, overrides, environment.merged());
        Fields next = release;
        for (String field : TEXTS) {
            if (release.has(field)) {
                String text = field(release, field, data);
                next = next.with(field, compat == Compat.V0 ? text : text.strip());
            }
        }
        for (String field : SWITCHES) {
            if (release.has(field)) {
                next = next.with(field, text(release.text(field), data));
            }
        }
        if (release.has("labels")) {
            ValueMap labels = new ValueMap();
            release.textMap("labels").forEach((key, value) -> labels.put(key, text(value, data)));
            next = next.with("labels", labels);
        }
        for (String field : List.of("postRendererArgs", "needs", "values", "secrets")) {
            if (release.has(field)) {
                next = next.with(field, texts(release.list(field), data));
            }
        }
        if (release.has("valuesTemplate")) {
            next = next.with("valuesTemplate", valuesTemplates(release.list("valuesTemplate"), data));
        }
        if (release.has("setTemplate")) {
            next = next.with("setTemplate", setTemplates(release.structs("setTemplate"), data));
        }
        return next;
    }

    private String field(Fields release, String field, TemplateData data) {
        try {
            return text(release.text(field), data);
        } catch (DecsException failure) {
            throw LoadFailure.in(
                    "failed executing template expressions in release \"" + release.text("name") + "\"." + field
                            + " = \"" + release.text(field) + "\": ",
                    failure);
        }
    }

    private String text(String text, TemplateData data) {
        return text.contains("{{") ? templates.render(Source.of(file.name(), text), data, scope) : text;
    }

    private List<Object> texts(List<Object> entries, TemplateData data) {
        List<Object> done = new ArrayList<>();
        entries.forEach(entry -> done.add(entry instanceof String text ? text(text, data) : entry));
        return done;
    }

    private List<Object> valuesTemplates(List<Object> entries, TemplateData data) {
        List<Object> done = new ArrayList<>();
        for (Object entry : entries) {
            if (entry instanceof Map<?, ?>) {
                String yaml = text(Yaml.writeV3(entry), data);
                done.add(Yaml.readV3(Source.of("valuesTemplate", yaml)));
            } else {
                done.add(entry instanceof String text ? text(text, data) : entry);
            }
        }
        return done;
    }

    private List<Object> setTemplates(List<Fields> entries, TemplateData data) {
        List<Object> done = new ArrayList<>();
        for (Fields entry : entries) {
            Fields next = entry;
            for (String field : List.of("name", "value", "file")) {
                if (entry.has(field)) {
                    next = next.with(field, text(entry.text(field), data));
                }
            }
            if (entry.has("values")) {
                next = next.with("values", texts(entry.list("values"), data));
            }
            done.add(next.map());
        }
        return done;
    }

    /** Template entries go before plain ones. */
    private static Fields joined(Fields release) {
        Fields result = release;
        for (String field : List.of("values", "set")) {
            List<Object> templated = release.list(field + "Template");
            if (!templated.isEmpty()) {
                List<Object> all = new ArrayList<>(templated);
                all.addAll(release.list(field));
                result = result.with(field, all);
            }
        }
        return result;
    }

    private Fields switches(Fields release, String name) {
        Fields result = release;
        for (String field : List.of("installed", "wait", "verify")) {
            String template = field + "Template";
            if (!release.text(template).isEmpty()) {
                result = result.with(field, bool(release.text(template), template, name));
            }
        }
        if (!release.text("conditionTemplate").isEmpty()) {
            result = result.with("condition", release.text("conditionTemplate"));
        }
        return result;
    }

    private boolean bool(String text, String field, String name) {
        Object value = Yaml.readV3(Source.of(field, text));
        if (value instanceof Boolean bool) {
            return bool;
        }
        String shown = text.length() > 10 ? text.substring(0, 7) + "..." : text;
        throw new DecsException("failed executing templates in release \"" + file.name() + "\".\"" + name + "\": "
                + field + ": failed deserialising string " + text
                + ": yaml: unmarshal errors:\n  line 1: cannot unmarshal !!str `" + shown + "` into bool");
    }
}
