package decs.template.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Names to functions, immutable. Tables are added up with {@link #plus}: a later entry replaces an earlier one, as the
 * function maps of Go, Sprig and Helm do.
 */
public final class FunctionTable {
    private static final FunctionTable EMPTY = new FunctionTable(Map.of());

    private final Map<String, TemplateFunction> byName;

    private FunctionTable(Map<String, TemplateFunction> byName) {
        this.byName = Collections.unmodifiableMap(byName);
    }

    public static FunctionTable empty() {
        return EMPTY;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** The function of that name, or null. */
    public TemplateFunction find(String name) {
        return byName.get(name);
    }

    public Set<String> names() {
        return byName.keySet();
    }

    /** This table with {@code over} laid over it. */
    public FunctionTable plus(FunctionTable over) {
        Map<String, TemplateFunction> sum = new LinkedHashMap<>(byName);
        sum.putAll(over.byName);
        return new FunctionTable(sum);
    }

    /** This table without the named functions. */
    public FunctionTable without(String... names) {
        Map<String, TemplateFunction> rest = new LinkedHashMap<>(byName);
        rest.keySet().removeAll(Set.of(names));
        return new FunctionTable(rest);
    }

    /** Collects functions; the last kind given to a {@code variadic} form repeats. */
    public static final class Builder {
        private final Map<String, TemplateFunction> byName = new LinkedHashMap<>();

        private Builder() {}

        public Builder of(String name, TemplateFunction.Body0 body) {
            return add(name, false, body);
        }

        public Builder of(String name, GoKind a, TemplateFunction.Body1 body) {
            return add(name, false, body, a);
        }

        public Builder of(String name, GoKind a, GoKind b, TemplateFunction.Body2 body) {
            return add(name, false, body, a, b);
        }

        public Builder of(String name, GoKind a, GoKind b, GoKind c, TemplateFunction.Body3 body) {
            return add(name, false, body, a, b, c);
        }

        public Builder of(String name, List<GoKind> kinds, TemplateFunction.BodyN body) {
            return add(name, false, body, kinds.toArray(GoKind[]::new));
        }

        public Builder variadic(String name, GoKind rest, TemplateFunction.BodyN body) {
            return add(name, true, body, rest);
        }

        public Builder variadic(String name, GoKind a, GoKind rest, TemplateFunction.BodyN body) {
            return add(name, true, body, a, rest);
        }

        public Builder variadic(String name, List<GoKind> kinds, TemplateFunction.BodyN body) {
            return add(name, true, body, kinds.toArray(GoKind[]::new));
        }

        /** A function that needs the running execution. */
        public Builder calling(String name, List<GoKind> kinds, TemplateFunction.BodyWithCall body) {
            return add(name, false, body, kinds.toArray(GoKind[]::new));
        }

        /** A variadic function that needs the running execution. */
        public Builder callingVariadic(String name, List<GoKind> kinds, TemplateFunction.BodyWithCall body) {
            return add(name, true, body, kinds.toArray(GoKind[]::new));
        }

        /** Takes a function of another table under a name of its own. */
        public Builder take(String name, TemplateFunction function) {
            byName.put(name, new TemplateFunction(name, function.parameters(), function.variadic(), function.body()));
            return this;
        }

        /** A second name for a function already added. */
        public Builder alias(String name, String existing) {
            TemplateFunction function = byName.get(existing);
            byName.put(name, new TemplateFunction(name, function.parameters(), function.variadic(), function.body()));
            return this;
        }

        private Builder add(String name, boolean variadic, TemplateFunction.Body body, GoKind... kinds) {
            byName.put(name, new TemplateFunction(name, new ArrayList<>(List.of(kinds)), variadic, body));
            return this;
        }

        public FunctionTable build() {
            return new FunctionTable(new LinkedHashMap<>(byName));
        }
    }
}
