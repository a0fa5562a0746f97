package decs.helm.action;

import decs.helm.chart.HelmVersion;
import decs.helm.values.ValuesOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One render of {@code decs helm template --batch}, one JSON object on a line.
 *
 * @param id given back with the answer
 * @param chart a folder or a .tgz
 * @param kubeVersion empty means Helm's default
 */
public record BatchRequest(
        String id,
        String chart,
        ValuesOptions values,
        String release,
        String namespace,
        String kubeVersion,
        List<String> apiVersions,
        boolean includeCrds,
        Optional<HelmVersion> helmVersion) {
    public BatchRequest {
        apiVersions = List.copyOf(apiVersions);
    }

    /** The request in a JSON object; fields that are not there have Helm's defaults. */
    public static BatchRequest of(Map<String, Object> json) {
        return new BatchRequest(
                text(json, "id", ""),
                text(json, "chart", ""),
                ValuesOptions.of(texts(json, "values"), texts(json, "set")),
                text(json, "release", "release-name"),
                text(json, "namespace", "default"),
                text(json, "kubeVersion", ""),
                texts(json, "apiVersions"),
                Boolean.TRUE.equals(json.get("includeCrds")),
                helmVersion(json));
    }

    private static Optional<HelmVersion> helmVersion(Map<String, Object> json) {
        Object value = json.get("helmVersion");
        if (value == null) {
            return Optional.empty();
        }
        String text = value instanceof Double number ? String.valueOf(number.intValue()) : value.toString();
        String major = text.startsWith("v") ? text.substring(1) : text;
        return Optional.of(major.startsWith("3") ? HelmVersion.V3 : HelmVersion.V4);
    }

    private static String text(Map<String, Object> json, String field, String otherwise) {
        return json.get(field) instanceof String text && !text.isEmpty() ? text : otherwise;
    }

    private static List<String> texts(Map<String, Object> json, String field) {
        List<String> texts = new ArrayList<>();
        if (json.get(field) instanceof List<?> list) {
            list.forEach(item -> texts.add(String.valueOf(item)));
        } else if (json.get(field) instanceof String text) {
            texts.add(text);
        }
        return texts;
    }
}
