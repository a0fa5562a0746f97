package decs.core.load;

import decs.core.environment.Environment;
import decs.core.environment.LayerMerge;
import decs.core.environment.StateSet;
import decs.core.functions.FunctionScope;
import decs.core.functions.Trust;
import decs.core.select.Selector;
import decs.core.spec.Fields;
import decs.helm.http.Addresses;
import decs.template.source.DecsException;
import decs.template.source.Source;
import decs.template.source.Suggestion;
import decs.template.value.Merge;
import decs.template.value.ValueMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Loads the state files of a run, with everything nested below them. A file in which the environment is not defined gives
 * nothing, in silence, as helmfile has it.
 */
public final class StateLoader {
    private static final Pattern MISSING_KEY_IN_PART =
            Pattern.compile("error during (\\S+)\\.part\\.(\\d+) parsing: (?s:.*)map has no entry for key");
    private static final Pattern DECLARES_VALUES = Pattern.compile("(?m)^(environments|values):");

    private final LoadRequest request;
    private final Supplier<String> input;

    public StateLoader(LoadRequest request) {
        this.request = request;
        this.input =
                new Supplier<>() { // read once, however often it is asked for
                    private String text;

                    @Override
                    public String get() {
                        text = text == null ? request.standardInput().get() : text;
                        return text;
                    }
                };
    }

    /** The states of all files that the request means, in file order. */
    public List<State> load() {
        Compat compat = compat();
        try {
            return load(compat);
        } catch (DecsException refused) {
            if (request.compat() == Compat.AUTO && compat == Compat.V1 && needsFirstPass(refused)) {
                try {
                    return load(Compat.V0);
                } catch (DecsException neither) {
                    throw refused;
                }
            }
            throw refused;
        }
    }

    private List<State> load(Compat compat) {
        List<State> states = new ArrayList<>();
        Selector selector = Selector.parse(request.selectors());
        for (StateFile file : files(compat).find(request)) {
            PartLoader.Overlay overlay = commandLine(file, compat);
            load(file, new Context(compat, selector, overlay, "", Optional.empty()))
                    .ifPresent(states::add);
        }
        return states;
    }

    /**
     * Whether 1.x failed because a part of a file uses values that the same part declares: only 0.x, which renders each
     * part twice, knows them by then.
     */
    private boolean needsFirstPass(DecsException refused) {
        Matcher part = MISSING_KEY_IN_PART.matcher(refused.getMessage());
        if (!part.find()) {
            return false;
        }
        for (StateFile file : files(Compat.V1).find(request)) {
            List<Source> parts = StateText.of(file.name(), read(file)).parts();
            int index = Integer.parseInt(part.group(2));
            if (file.name().equals(part.group(1)) && index < parts.size()) {
                return DECLARES_VALUES.matcher(parts.get(index).text()).find();
            }
        }
        return false;
    }

    private String read(StateFile file) {
        return file.shown().equals("./-") ? input.get() : ValuesFiles.read(file.path());
    }

    /** How a file is loaded: whose rules, what is selected, what values beat its own, and the way that led to it. */
    private record Context(
            Compat compat,
            Selector selector,
            PartLoader.Overlay overlay,
            String trail,
            Optional<Inherited> inherited) {}

    /** What a nested file takes from its parent. */
    private record Inherited(Fields spec, ValueMap values) {}

    private Compat compat() {
        if (request.compat() != Compat.AUTO) {
            return request.compat();
        }
        List<StateFile> files;
        try {
            files = files(Compat.V1).find(request);
        } catch (DecsException notFound) {
            boolean old = request.file().isEmpty()
                    && files(Compat.V0).find(request).stream()
                            .anyMatch(file -> file.name().equals("charts.yaml"));
            if (old) {
                return Compat.V0;
            }
            throw notFound;
        }
        CompatRule rule = compatRule();
        return files.stream().anyMatch(file -> rule.of(file) == Compat.V0) ? Compat.V0 : Compat.V1;
    }

    private StateFiles files(Compat compat) {
        return new StateFiles(compat, this::fetched);
    }

    /** Brings what an address names, unless that is refused. */
    private Path fetched(String address) {
        if ("true".equals(request.host().environment().get("HELMFILE_DISABLE_INSECURE_FEATURES"))) {
            throw new DecsException("remote sources are disabled due to 'HELMFILE_DISABLE_INSECURE_FEATURES'");
        }
        request.trust().check(Trust.Power.REMOTE, "fetching " + Addresses.clean(address));
        return request.remote().apply(address);
    }

    private CompatRule compatRule() {
        boolean allRendered = "true".equals(request.host().environment().get("HELMFILE_RENDER_YAML"));
        return new CompatRule(allRendered, this::read);
    }

    /** The rules for a nested file: a path that was known only after rendering was not looked at before. */
    private Compat compat(StateFile nested, Context parent) {
        return request.compat() == Compat.AUTO && parent.compat() == Compat.V1
                ? compatRule().of(nested)
                : parent.compat();
    }

    private Optional<State> load(StateFile file, Context context) {
        String trail = context.trail() + "in " + file.shown() + ": ";
        try {
            return loadFile(file, context, trail);
        } catch (DecsException failure) {
            throw failure.getMessage().startsWith("in ") ? failure : LoadFailure.in(trail, failure);
        }
    }

    private Optional<State> loadFile(StateFile file, Context context, String trail) {
        boolean v0 = context.compat() == Compat.V0;
        TemplateText templates = new TemplateText(request.host(), request.limits(), !v0, request.notices());
        FunctionScope scope = scope(file, context.compat());
        PartLoader parts = new PartLoader(request, context.compat(), templates, scope, file, context.overlay());
        Environment start = start(context);
        StateText text = StateText.of(file.name(), read(file));
        if (request.compat() == Compat.AUTO && !v0 && !parts.renders(file.name())) {
            LiteralTemplates.notice(text).ifPresent(request.notices());
        }
        Optional<PartLoader.Loaded> loaded = parts.load(text, start);
        if (loaded.isEmpty()) {
            if (context.trail().isEmpty() && request.compat() == Compat.AUTO) {
                request.notices().accept(notDefined(file, parts.environments()));
            }
            return Optional.empty();
        }
        Fields written = context.inherited()
                .map(inherited -> Inherits.fill(loaded.get().spec(), inherited.spec()))
                .orElse(loaded.get().spec());
        Environment environment = loaded.get().environment();
        State.Overrides overrides = overrides(written);
        Fields spec = withSubFiles(withGivenContext(written), file, context.compat());
        List<State> nested = nested(file, spec, environment, context, trail);
        List<Fields> releases =
                new ReleaseTemplates(file, context.compat(), spec, environment, templates, scope, overrides).expand();
        return Optional.of(new State(
                file,
                context.compat(),
                spec,
                environment,
                releases,
                nested,
                context.selector(),
                templates,
                scope,
                overrides,
                trail));
    }

    private FunctionScope scope(StateFile file, Compat compat) {
        return new FunctionScope(
                file.folder(),
                request.trust().visible(request.host().environment()),
                request.trust().around(file.folder()),
                request.references().apply(file.folder()),
                this::fetched,
                compat == Compat.V0 ? FunctionScope.Generation.V0 : FunctionScope.Generation.V1);
    }

    /** helmfile passes over such a file in silence. */
    private String notDefined(StateFile file, Set<String> known) {
        String name = request.environmentName();
        String others = known.isEmpty() ? "it defines none" : "it defines " + String.join(", ", known);
        return "environment \"" + name + "\" is not defined in " + file.shown() + ": "
                + Suggestion.nearest(name, known)
                        .map(near -> "did you mean " + near + "?")
                        .orElse(others);
    }

    private Environment start(Context context) {
        Environment start = Environment.named(request.environmentName());
        if (context.compat() == Compat.V0) {
            start = start.withV0();
        }
        ValueMap inherited = context.inherited().map(Inherited::values).orElseGet(ValueMap::new);
        ValueMap values = inherited;
        if (context.compat() != Compat.V0) {
            values = Merge.deep(inherited, context.overlay().values());
        }
        return start.withValues(values).withCli(context.overlay().cli());
    }

    private State.Overrides overrides(Fields spec) {
        return new State.Overrides(
                one("namespace", request.namespace(), spec.text("namespace")),
                one("kube-context", request.kubeContext(), spec.text("kubeContext")),
                one("chart", request.chart(), spec.text("chart")));
    }

    /** The context of the command line is also the one that releases have by default. */
    private Fields withGivenContext(Fields spec) {
        if (request.kubeContext().isEmpty()) {
            return spec;
        }
        Fields defaults = spec.struct("helmDefaults").with("kubeContext", request.kubeContext());
        return spec.with("helmDefaults", defaults.map());
    }

    /** Entries of {@code helmfiles} whose path has wildcards are several. */
    private Fields withSubFiles(Fields spec, StateFile file, Compat compat) {
        if (!spec.has("helmfiles")) {
            return spec;
        }
        List<Fields> expanded =
                SubFiles.expanded(spec.structs("helmfiles"), file.folder(), path -> noMatch(path, spec, compat));
        return spec.with("helmfiles", expanded.stream().map(Fields::map).toList());
    }

    private static String one(String option, String given, String written) {
        if (!given.isEmpty() && !written.isEmpty()) {
            String attribute = option.equals("kube-context") ? "kubeContext" : option;
            throw new DecsException("err: Cannot use option --" + option + " and set attribute " + attribute + ".");
        }
        return given.isEmpty() ? written : given;
    }

    private PartLoader.Overlay commandLine(StateFile file, Compat compat) {
        ValueMap values = new ValueMap();
        TemplateText templates =
                new TemplateText(request.host(), request.limits(), compat != Compat.V0, request.notices());
        FunctionScope scope = scope(file, compat);
        TemplateData data = TemplateData.ofState(Environment.named(request.environmentName()), request.namespace());
        for (String path : request.stateValuesFiles()) {
            List<Path> found = ValuesFiles.find(file.folder(), path, this::fetched);
            if (found.isEmpty()) {
                found = ValuesFiles.find(request.workingFolder(), path);
            }
            if (found.isEmpty()) {
                throw new DecsException("environment values file matching \"" + path + "\" does not exist in \".\"");
            }
            for (Path each : found) {
                values = Merge.deep(values, new ValuesFiles(templates, scope).map(each, data, path));
            }
        }
        ValueMap cli = new ValueMap();
        StateSet.apply(request.stateValuesSetString(), StateSet.Form.TEXT, cli);
        StateSet.apply(request.stateValuesSet(), compat == Compat.V0 ? StateSet.Form.V0 : StateSet.Form.TYPED, cli);
        return compat == Compat.V0
                ? new PartLoader.Overlay(LayerMerge.v0(values, cli), new ValueMap(), false)
                : new PartLoader.Overlay(values, cli, false);
    }

    private List<State> nested(StateFile file, Fields spec, Environment environment, Context context, String trail) {
        List<State> nested = new ArrayList<>();
        List<Fields> entries = spec.structs("helmfiles");
        for (int i = 0; i < entries.size(); i++) {
            Fields entry = entries.get(i);
            try {
                nested.addAll(entry(file, entry, i, spec, environment, context, trail));
            } catch (DecsException failure) {
                throw failure.getMessage().startsWith("in ") ? failure : LoadFailure.in(trail, failure);
            }
        }
        return nested;
    }

    private List<State> entry(
            StateFile file,
            Fields entry,
            int index,
            Fields spec,
            Environment environment,
            Context context,
            String trail) {
        Selector selector =
                SubSelectors.of(entry, context.selector(), request.host().environment());
        if (context.compat() != Compat.V0 && SubSelectors.skipped(entry, request.selectors())) {
            return List.of();
        }
        List<StateFile> files = SubFiles.find(file, entry.text("path"), index, context.compat(), this::fetched);
        TemplateText templates =
                new TemplateText(request.host(), request.limits(), context.compat() != Compat.V0, request.notices());
        FunctionScope scope = scope(file, context.compat());
        EnvironmentLoader values = new EnvironmentLoader(request, new ValuesFiles(templates, scope), context.compat());
        ValueMap own = values.list(entry.list("values"), "", false, new EnvironmentLoader.Place(file, environment));
        Inherits inherits = Inherits.of(entry);
        Optional<Inherited> inherited = inherits.none()
                ? Optional.empty()
                : Optional.of(new Inherited(
                        inherits.taken(spec), inherits.environments() ? environment.own() : new ValueMap()));
        List<State> states = new ArrayList<>();
        for (StateFile each : files) {
            scope.trust().check(each.path());
            PartLoader.Overlay overlay = new PartLoader.Overlay(own, new ValueMap(), inherits.environments());
            Context below = new Context(
                    compat(each, context), selector, overlay, trail + "in .helmfiles[" + index + "]: ", inherited);
            load(each, below).ifPresent(states::add);
        }
        return states;
    }

    private void noMatch(String path, Fields spec, Compat compat) {
        String handler = spec.text("missingFileHandler");
        boolean error = compat == Compat.V0 ? handler.equals("Error") : handler.isEmpty() || handler.equals("Error");
        if (error) {
            throw new DecsException("no matches for path: " + path);
        }
        request.notices().accept("no matches for path: " + path);
    }

    /** All states in the order in which they run: nested ones before the file that names them. */
    public static List<State> inOrder(List<State> states) {
        List<State> all = new ArrayList<>();
        for (State state : states) {
            all.addAll(inOrder(state.nested()));
            all.add(state);
        }
        return all;
    }
}
