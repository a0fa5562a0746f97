package decs.helm.action;

import decs.helm.chart.Chart;
import decs.helm.chart.HelmVersion;
import decs.helm.release.Release;
import decs.helm.values.ChartValues;
import decs.template.value.Merge;
import decs.template.value.ValueMap;
import java.util.Map;

/** The chart and the user's values of an upgrade, after those of the revision before. Mirrors: action.reuseValues. */
record ReusedValues(Chart chart, Map<String, Object> values) {

    static ReusedValues of(UpgradeRequest request, Release current, HelmVersion helm) {
        Map<String, Object> old = current.config();
        return switch (request.reuse()) {
            case RESET -> new ReusedValues(request.chart(), request.values());
            case REUSE -> {
                ValueMap defaults = ChartValues.coalesce(current.chart().chart(), old, helm, warning -> {});
                yield new ReusedValues(request.chart().withValues(defaults), over(request.values(), old));
            }
            case RESET_THEN_REUSE -> new ReusedValues(request.chart(), over(request.values(), old));
            case WHEN_NONE_GIVEN ->
                new ReusedValues(
                        request.chart(), request.values().isEmpty() && !old.isEmpty() ? old : request.values());
        };
    }

    /** {@code values} laid over {@code old}; a null removes what was there. Mirrors: chartutil.CoalesceTables. */
    private static ValueMap over(Map<String, Object> values, Map<String, Object> old) {
        ValueMap result = Merge.copy(values);
        fill(result, old);
        return result;
    }

    @SuppressWarnings("unchecked")
    private static void fill(Map<String, Object> into, Map<String, Object> old) {
        old.forEach((key, value) -> {
            if (into.containsKey(key) && into.get(key) == null && value != null) {
                into.remove(key);
            } else if (!into.containsKey(key)) {
                into.put(key, value);
            } else if (into.get(key) instanceof Map<?, ?> inner && value instanceof Map<?, ?> oldInner) {
                fill((Map<String, Object>) inner, (Map<String, Object>) oldInner);
            }
        });
    }
}
