package decs.helm.values;

import decs.helm.chart.HelmVersion;
import decs.template.source.DecsException;
import decs.template.source.Problem;
import decs.template.value.Merge;
import decs.template.value.SetExpression;
import decs.template.value.ValueMap;
import decs.template.yaml.Json;
import decs.template.yaml.YamlException;
import java.util.List;
import java.util.Map;

/** {@code --set-json}: assignments of JSON values, and with Helm 4 a whole object to lay over what there is. */
public final class SetJson {
    private SetJson() {}

    /** Applies one expression to {@code values}. */
    public static void set(String expression, ValueMap values, HelmVersion version) {
        if (version == HelmVersion.V4 && expression.strip().startsWith("{")) {
            values.putAll(Merge.deep(values, object(expression)));
        } else {
            SetExpression.setJson(expression, Json::readPrefix, values);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> object(String text) {
        try {
            return (Map<String, Object>) Json.read(text);
        } catch (YamlException broken) {
            String message = "failed parsing --set-json data JSON: " + text;
            throw new DecsException(message, List.of(Problem.of(message + ": " + broken.getMessage())), broken);
        }
    }
}
