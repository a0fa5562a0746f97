package decs.core.hcl;

import decs.template.source.DecsException;
import decs.template.source.Problem;
import decs.template.source.Source;
import decs.template.value.ValueMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The values of several HCL files together: {@code hv.x} is the value {@code x} of all files, {@code local.x} one of the
 * same file. A value is computed when it is first needed; what several files say of one is merged, maps deep, anything
 * else by the last file.
 */
public final class HclValues {
    /** One expression for a value, and where it is from. */
    private record Definition(File file, HclNode node, int at) {}

    private record File(Source source, Map<String, HclNode> locals) {}

    private final Map<String, List<Definition>> definitions = new LinkedHashMap<>();
    private final Map<String, Object> computed = new LinkedHashMap<>();
    private final List<String> computing = new ArrayList<>();

    private HclValues() {}

    /**
     * The values that {@code files} define.
     *
     * @throws DecsException with the place of what is wrong
     */
    public static ValueMap of(List<Source> files) {
        HclValues values = new HclValues();
        files.forEach(values::add);
        Map<String, Object> all = new TreeMap<>();
        values.definitions.keySet().forEach(name -> all.put(name, values.value(name)));
        return new ValueMap(all);
    }

    private void add(Source source) {
        HclBody body = new HclParser(source).file();
        Map<String, HclNode> locals = new LinkedHashMap<>();
        File file = new File(source, locals);
        if (!body.attributes().isEmpty()) {
            throw unsupported(
                    source,
                    body.attributes().get(0).at(),
                    body.attributes().get(0).name());
        }
        for (HclBody.Block block : body.blocks()) {
            switch (block.type()) {
                case "locals" ->
                    block.body().attributes().forEach(attribute -> locals.put(attribute.name(), attribute.value()));
                case "values" ->
                    block.body().attributes().forEach(attribute -> definitions
                            .computeIfAbsent(attribute.name(), name -> new ArrayList<>())
                            .add(new Definition(file, attribute.value(), attribute.at())));
                default -> throw unsupported(source, block.at(), block.type());
            }
        }
    }

    private static DecsException unsupported(Source source, int at, String name) {
        return new DecsException(Problem.at(source.at(at), "Unsupported: \"" + name + "\" is not expected here.")
                .withHint("a values file has blocks: values { … } and locals { … }"));
    }

    private Object value(String name) {
        if (!computed.containsKey(name)) {
            computed.put(name, guarded(name, () -> {
                Object sum = null;
                for (Definition definition : definitions.get(name)) {
                    sum = merged(sum, computed(name, definition));
                }
                return sum;
            }));
        }
        return computed.get(name);
    }

    /** Computes a variable, unless it is being computed already. */
    private Object guarded(String variable, Supplier<Object> work) {
        if (computing.contains(variable)) {
            List<String> way = new ArrayList<>(computing.subList(computing.indexOf(variable), computing.size()));
            way.add(variable);
            throw new DecsException(
                    "error while building the DAG variable graph : cycle detected: " + String.join(" -> ", way),
                    places(way.subList(1, way.size())),
                    null);
        }
        computing.add(variable);
        try {
            return work.get();
        } finally {
            computing.remove(computing.size() - 1);
        }
    }

    private List<Problem> places(List<String> variables) {
        List<Problem> places = new ArrayList<>();
        for (String variable : variables) {
            for (Definition definition : definitions.getOrDefault(variable, List.of())) {
                places.add(Problem.at(
                        definition.file().source().at(definition.at()), "hv." + variable + " is on the cycle"));
            }
        }
        return places;
    }

    private Object computed(String name, Definition definition) {
        try {
            return new HclEvaluator(definition.file().source(), new Variables(definition.file()))
                    .value(definition.node());
        } catch (DecsException failed) {
            boolean told = failed.getMessage().startsWith("error ")
                    || failed.getMessage().startsWith("variables ");
            throw told
                    ? failed
                    : new DecsException(
                            "error when trying to evaluate variable " + name + " : " + failed.getMessage(),
                            failed.problems(),
                            failed);
        }
    }

    private static Object merged(Object base, Object over) {
        if (!(base instanceof Map<?, ?> left) || !(over instanceof Map<?, ?> right)) {
            return over;
        }
        Map<String, Object> sum = HclArguments.entries(left);
        HclArguments.entries(right)
                .forEach((key, value) -> sum.put(key, sum.containsKey(key) ? merged(sum.get(key), value) : value));
        return sum;
    }

    /** What the expressions of a file see. */
    private final class Variables implements HclEvaluator.Roots {
        private final File file;

        Variables(File file) {
            this.file = file;
        }

        @Override
        public boolean has(String root) {
            return root.equals("hv") || root.equals("local");
        }

        @Override
        public Object variable(String root, String name) {
            if (root.equals("hv")) {
                if (!definitions.containsKey(name)) {
                    throw new DecsException("variables \"" + computing.get(computing.size() - 1)
                            + "\" depend(s) on undefined vars \"" + name + "\"");
                }
                return value(name);
            }
            HclNode node = file.locals().get(name);
            if (node == null) {
                throw new DecsException("Attempt to get attribute from null value; local." + name
                        + " is defined nowhere in " + file.source().name() + ".");
            }
            return guarded("local." + name + " of " + file.source().name(), () -> new HclEvaluator(file.source(), this)
                    .value(node));
        }

        @Override
        public Map<String, Object> all(String root) {
            Map<String, Object> all = new TreeMap<>();
            (root.equals("hv") ? definitions.keySet() : file.locals().keySet())
                    .forEach(name -> all.put(name, variable(root, name)));
            return all;
        }
    }
}
