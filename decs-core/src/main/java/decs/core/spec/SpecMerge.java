package decs.core.spec;

import decs.template.value.ValueMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Lays one reading of a spec over another. Whatever the rule, a zero value (empty text, false, 0, an empty list) never
 * replaces anything.
 */
public final class SpecMerge {
    /** What happens to fields that both sides have. */
    public enum Rule {
        /** Parts of a file: the later side wins, lists are replaced. */
        PARTS(true, false),
        /** Bases, templates: the later side wins, lists are appended. */
        LAYERS(true, true),
        /** Documents inside a part, and helmfile 0.x's bases: the first side wins, lists are appended. */
        FIRST(false, true);

        private final boolean laterWins;
        private final boolean appends;

        Rule(boolean laterWins, boolean appends) {
            this.laterWins = laterWins;
            this.appends = appends;
        }
    }

    private final Rule rule;

    private SpecMerge(Rule rule) {
        this.rule = rule;
    }

    /** {@code later} laid over {@code first}; neither changes. */
    public static Fields merge(Fields first, Fields later, SpecType type, Rule rule) {
        return new Fields(new SpecMerge(rule).struct(first.map(), later.map(), type));
    }

    @SuppressWarnings("ReferenceEquality")
    private ValueMap struct(ValueMap first, ValueMap later, SpecType type) {
        ValueMap sum = new ValueMap(first);
        for (Map.Entry<String, Object> entry : later.entrySet()) {
            String name = entry.getKey();
            Object a = first.get(name);
            Object b = entry.getValue();
            Object value =
                    type.field(name).map(field -> value(a, b, field, type)).orElse(b);
            sum.put(name, value);
            if (value == b) {
                sum.takeOrigin(name, later);
            }
        }
        return sum;
    }

    private Object value(Object a, Object b, SpecField field, SpecType owner) {
        if (isZero(a)) {
            return isZero(b) && a != null ? a : b;
        }
        if (isZero(b)) {
            return a;
        }
        FieldType type = field.type();
        if (type instanceof FieldType.Struct struct && a instanceof ValueMap x && b instanceof ValueMap y) {
            return struct(x, y, struct.type());
        }
        if (a instanceof List<?> x && b instanceof List<?> y) {
            return rule.appends ? appended(x, y) : b;
        }
        if (a instanceof ValueMap x && b instanceof ValueMap y) {
            boolean environments =
                    owner.field("releases").isPresent() && field.name().equals("environments");
            return environments && rule == Rule.LAYERS ? environments(x, y) : map(x, y);
        }
        return rule.laterWins ? b : a;
    }

    private ValueMap map(ValueMap a, ValueMap b) {
        ValueMap sum = new ValueMap(rule.laterWins ? a : b);
        (rule.laterWins ? b : a).forEach(sum::put);
        if (!rule.laterWins) { // keep the order in which the keys came
            ValueMap ordered = new ValueMap(a);
            b.forEach(ordered::putIfAbsent);
            return ordered;
        }
        return sum;
    }

    /** Environments of a base and of its user: by name, values and secrets one after the other. */
    private ValueMap environments(ValueMap a, ValueMap b) {
        ValueMap sum = new ValueMap(a);
        b.forEach((name, spec) -> {
            Object before = a.get(name);
            boolean both = before instanceof ValueMap && spec instanceof ValueMap;
            sum.put(name, both ? environment((ValueMap) before, (ValueMap) spec) : isZero(spec) ? before : spec);
        });
        return sum;
    }

    private ValueMap environment(ValueMap base, ValueMap own) {
        ValueMap sum = struct(base, own, SpecTypes.ENVIRONMENT);
        if ("fallback".equals(sum.get("mergeStrategy"))
                && base.get("values") instanceof List<?> x
                && own.get("values") instanceof List<?> y) {
            sum.put("values", appended(y, x));
        }
        return sum;
    }

    private static List<Object> appended(List<?> a, List<?> b) {
        List<Object> sum = new ArrayList<>(a);
        sum.addAll(b);
        return sum;
    }

    /** Whether a value is Go's zero value, which no merge lets win. */
    public static boolean isZero(Object value) {
        return value == null
                || value.equals("")
                || value.equals(false)
                || value.equals(0)
                || (value instanceof List<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
    }
}
