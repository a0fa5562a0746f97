package decs.core.load;

import decs.core.environment.Environment;
import decs.core.environment.LayerMerge;
import decs.core.functions.FunctionScope;
import decs.core.spec.Fields;
import decs.core.spec.SpecMerge;
import decs.core.spec.SpecReader;
import decs.core.spec.SpecType;
import decs.core.spec.SpecTypes;
import decs.helm.repo.RemoteFiles;
import decs.template.language.MissingKey;
import decs.template.source.DecsException;
import decs.template.source.Problem;
import decs.template.source.Source;
import decs.template.value.Merge;
import decs.template.value.ValueMap;
import decs.template.yaml.YamlNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Loads one state file part by part: rendered, decoded, its bases laid under it, its environment's values loaded, so that
 * the next part sees them. helmfile 0.x renders each part twice: the first time only to learn the environment.
 */
final class PartLoader {
    private final LoadRequest request;
    private final Compat compat;
    private final TemplateText templates;
    private final FunctionScope scope;
    private final StateFile main;
    private final EnvironmentLoader environments;
    private final Overlay overlay;
    private Set<String> known = Set.of();

    PartLoader(
            LoadRequest request,
            Compat compat,
            TemplateText templates,
            FunctionScope scope,
            StateFile main,
            Overlay overlay) {
        this.request = request;
        this.compat = compat;
        this.templates = templates;
        this.scope = scope;
        this.main = main;
        this.overlay = overlay;
        this.environments = new EnvironmentLoader(request, new ValuesFiles(templates, scope), compat);
    }

    /** The environments that the file defines, after it gave nothing because the wanted one is not among them. */
    Set<String> environments() {
        return known;
    }

    /**
     * Values that come from outside the file and beat its own.
     *
     * @param values from a parent's entry or {@code --state-values-file}
     * @param cli from {@code --state-values-set}
     * @param inherited whether the file goes on from the environment of its parent
     */
    record Overlay(ValueMap values, ValueMap cli, boolean inherited) {
        boolean given() {
            return inherited || !values.isEmpty() || !cli.isEmpty();
        }
    }

    /** What a file gave: the merged spec and the environment, or nothing when the environment is not defined in it. */
    record Loaded(Fields spec, Environment environment) {}

    Optional<Loaded> load(StateText text, Environment start) {
        if (compat != Compat.V0) {
            text.checkOrder();
        }
        Loaded sum = new Loaded(Fields.empty(), start);
        List<Source> parts = compat == Compat.V0 && !renders(text.name()) ? List.of(text.source()) : text.parts();
        for (int i = 0; i < parts.size(); i++) {
            Optional<Loaded> next;
            try {
                next = part(text.name(), parts.get(i), i, sum);
            } catch (DecsException bad) {
                throw withLater(bad, text.name(), parts.subList(i + 1, parts.size()));
            }
            if (next.isEmpty()) {
                return next;
            }
            sum = next.get();
        }
        boolean free =
                start.name().equals("default") || overlay.given() || sum.spec().has("environments");
        return compat == Compat.V0 || free ? Optional.of(sum) : Optional.empty();
    }

    /** The failure of a part with the problems of later ones, as far as these can be read without what came before. */
    private DecsException withLater(DecsException bad, String file, List<Source> later) {
        if (compat == Compat.V0 || renders(file) || bad.problems().isEmpty()) {
            return bad;
        }
        List<Problem> problems = new ArrayList<>(bad.problems());
        for (Source part : later) {
            try {
                decode(file, part, true);
            } catch (DecsException other) {
                problems.addAll(other.problems());
            }
        }
        return problems.size() == bad.problems().size() ? bad : new DecsException(bad.getMessage(), problems, bad);
    }

    private Optional<Loaded> part(String file, Source text, int index, Loaded before) {
        Environment seen = compat == Compat.V0 ? firstPass(file, text, before) : before.environment();
        Source rendered = renders(file) ? render(file, text, index, seen) : text;
        Fields own = decode(file, rendered, true);
        Fields merged = withBases(own, before.environment());
        Fields spec = SpecMerge.merge(before.spec(), merged, type(), SpecMerge.Rule.PARTS);
        String name = before.environment().name();
        boolean defined = spec.structMap("environments").containsKey(name);
        boolean asked = compat == Compat.V0 ? index == 0 : spec.has("environments");
        boolean free = compat == Compat.V0 && overlay.given();
        if (asked && !defined && !free && !name.equals("default")) {
            known = spec.structMap("environments").keySet();
            return Optional.empty();
        }
        checkCharts(file, index, spec);
        return Optional.of(new Loaded(spec, environmentOf(merged, before.environment())));
    }

    private void checkCharts(String file, int index, Fields spec) {
        if (compat != Compat.V0) {
            return;
        }
        List<Fields> releases = spec.structs("releases");
        for (int i = 0; i < releases.size(); i++) {
            if (releases.get(i).text("chart").isEmpty()) {
                throw new DecsException("error during " + file + ".part." + index
                        + " parsing: encountered empty chart while reading release \""
                        + releases.get(i).text("name") + "\" at index " + i);
            }
        }
    }

    /** Whether a file of that name is rendered. */
    boolean renders(String file) {
        if (compat == Compat.V0) {
            return !"true".equals(request.host().environment().get("HELMFILE_EXPERIMENTAL"))
                    || file.endsWith(".gotmpl");
        }
        return file.endsWith(".gotmpl")
                || "true".equals(request.host().environment().get("HELMFILE_RENDER_YAML"));
    }

    private Source render(String file, Source text, int index, Environment known) {
        try {
            FunctionScope here = compat == Compat.V0 && skipsInsecure()
                    ? scope.withTrust(scope.trust().empty())
                    : scope;
            return rendered(file, text, templates.render(text, TemplateData.ofState(known, request.namespace()), here));
        } catch (DecsException failure) {
            throw LoadFailure.in("error during " + file + ".part." + index + " parsing: ", failure);
        }
    }

    /** What a part became: itself when nothing in it was a template. */
    private static Source rendered(String file, Source part, String text) {
        return part.text().equals(text) ? part : Source.of(file + ", rendered", text);
    }

    private boolean skipsInsecure() {
        String word = request.host().environment().getOrDefault("HELMFILE_SKIP_INSECURE_TEMPLATE_FUNCTIONS", "");
        return List.of("1", "t", "T", "true", "TRUE", "True").contains(word);
    }

    private SpecType type() {
        return compat == Compat.V0 ? SpecTypes.HELMFILE_V0 : SpecTypes.HELMFILE;
    }

    private Fields decode(String file, Source text, boolean strict) {
        Fields sum = Fields.empty();
        for (SpecReader.Result read : documents(file, text, strict)) {
            read.notices().forEach(request.notices());
            sum = SpecMerge.merge(sum, v0Names(new Fields(read.fields())), type(), SpecMerge.Rule.FIRST);
        }
        return sum;
    }

    private List<SpecReader.Result> documents(String file, Source text, boolean strict) {
        List<SpecReader.Result> results = new ArrayList<>();
        try {
            YamlNode.documents(text).forEachRemaining(document -> {
                SpecReader.Result read = SpecReader.read(document, type(), strict);
                if (!read.problems().isEmpty()) {
                    throw new DecsException(read.goText(), read.problems(), null);
                }
                results.add(read);
            });
        } catch (DecsException bad) {
            boolean hint = compat != Compat.V0 && !file.endsWith(".gotmpl");
            throw LoadFailure.in(
                    "failed to read " + file + ": reading document at index " + (results.size() + 1)
                            + (hint
                                    ? ". Started seeing this since Helmfile v1? Add the .gotmpl file extension: "
                                    : ": "),
                    bad);
        }
        for (SpecReader.Result read : results) {
            SpecRules.broken(read, compat).ifPresent(problem -> {
                throw LoadFailure.in("failed to read " + file + ": ", new DecsException(problem));
            });
        }
        return results;
    }

    /** helmfile 0.x's old words: {@code charts} are releases, {@code context} is a default. */
    private Fields v0Names(Fields fields) {
        if (compat != Compat.V0) {
            return fields;
        }
        Fields result = fields;
        if (fields.has("charts")) {
            if (fields.has("releases")) {
                throw new DecsException(
                        "failed to parse " + main.name() + ": you can't specify both `charts` and `releases` sections");
            }
            result = result.with("releases", fields.list("charts")).without("charts");
        }
        if (fields.has("context")) {
            Fields defaults = fields.struct("helmDefaults");
            result = result.without("context");
            if (defaults.text("kubeContext").isEmpty()) {
                result = result.with(
                        "helmDefaults",
                        defaults.with("kubeContext", fields.text("context")).map());
            }
        }
        return result;
    }

    private Fields withBases(Fields own, Environment known) {
        SpecMerge.Rule rule = compat == Compat.V0 ? SpecMerge.Rule.FIRST : SpecMerge.Rule.LAYERS;
        Fields sum = Fields.empty();
        for (String base : own.texts("bases")) {
            sum = SpecMerge.merge(sum, base(base, known), type(), rule);
        }
        return own.texts("bases").isEmpty() ? own : SpecMerge.merge(sum, own, type(), rule);
    }

    private Fields base(String path, Environment known) {
        Path file = RemoteFiles.isRemote(path)
                ? scope.remote().apply(path)
                : scope.trust().check(main.folder().resolve(path).normalize());
        if (!Files.isRegularFile(file)) {
            throw new DecsException("open " + path + ": no such file or directory");
        }
        String name = RemoteFiles.isRemote(path) ? file.getFileName().toString() : path;
        StateText text = StateText.of(name, ValuesFiles.read(file));
        Fields sum = Fields.empty();
        List<Source> parts = text.parts();
        Environment environment = known;
        for (int i = 0; i < parts.size(); i++) {
            Loaded before = new Loaded(sum, environment);
            Environment seen = compat == Compat.V0 ? firstPass(name, parts.get(i), before) : environment;
            Source rendered = renders(name) ? render(name, parts.get(i), i, seen) : parts.get(i);
            Fields part = decode(name, rendered, true);
            if (!part.texts("bases").isEmpty()) {
                throw new DecsException("nested `base` helmfile is unsupported."
                        + " please submit a feature request if you need this!");
            }
            sum = SpecMerge.merge(sum, part, type(), SpecMerge.Rule.PARTS);
            environment = environmentOf(part, environment);
        }
        return sum;
    }

    /** The environment after a part: its values and top-level values loaded, over what former parts gave. */
    private Environment environmentOf(Fields part, Environment before) {
        EnvironmentLoader.Place place = new EnvironmentLoader.Place(main, before);
        Fields spec = part.structMap("environments").getOrDefault(before.name(), Fields.empty());
        ValueMap own = environments.environment(spec, before.name(), place);
        ValueMap defaults = environments.list(part.list("values"), "", false, place);
        Environment after = before.withDefaults(layer(before.defaults(), defaults));
        if (compat == Compat.V0) {
            after = after.withValues(LayerMerge.v0(LayerMerge.v0(before.values(), overlay.values()), own));
        } else {
            ValueMap values = layer(before.values(), own);
            after = after.withValues(LayerMerge.layers(values, overlay.values(), LayerMerge.Arrays.REPLACE));
        }
        return spec.text("kubeContext").isEmpty() ? after : after.withKubeContext(spec.text("kubeContext"));
    }

    private ValueMap layer(ValueMap base, ValueMap over) {
        return compat == Compat.V0
                ? LayerMerge.v0(base, over)
                : LayerMerge.layers(base, over, LayerMerge.Arrays.SPARSE);
    }

    /**
     * helmfile 0.x's first rendering of a part: missing keys are empty, programs and files give nothing, and whatever
     * fails just ends it. What could be read of the environment until then is the environment of the second rendering.
     */
    private Environment firstPass(String file, Source text, Loaded before) {
        Environment base = before.environment()
                .withValues(LayerMerge.v0(before.environment().values(), overlay.values()));
        StringBuilder out = new StringBuilder();
        if (renders(file)) {
            try {
                TemplateData data = TemplateData.ofState(base, request.namespace(), new ValueMap());
                templates.render(text, data, scope.withTrust(scope.trust().empty()), MissingKey.ZERO, out);
            } catch (DecsException swallowed) {
                if (swallowed.getMessage().contains("function \"")) {
                    return base;
                }
            }
        } else {
            out.append(text.text());
        }
        try {
            Fields part = decode(file, Source.of(file, out.toString().replace("<no value>", "")), false);
            if (!part.texts("bases").isEmpty()) {
                return base;
            }
            Environment learned = environmentOf(part, before.environment());
            return learned.withValues(LayerMerge.v0(learned.values(), overlay.values()));
        } catch (DecsException swallowed) {
            return base;
        }
    }

    /** The values of a parent's entry for a nested file, maps and files in order. */
    static ValueMap merge(List<ValueMap> values) {
        ValueMap sum = new ValueMap();
        for (Map<String, Object> map : values) {
            sum = Merge.deep(sum, map);
        }
        return sum;
    }
}
