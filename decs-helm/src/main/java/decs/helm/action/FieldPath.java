package decs.helm.action;

import decs.helm.kube.KubeObject;
import decs.template.yaml.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A field as API servers name it: {@code .spec.containers[name="web"].image}, {@code spec.ports[0].port}. */
record FieldPath(String text) {
    static final Pattern STEP = Pattern.compile("\\.?([^.\\[\\]]+)|\\[([^\\]]*)\\]");
    private static final Pattern KEY = Pattern.compile("(\\w+)=(\"[^\"]*\"|[^,]*)");
    private static final int SHOWN = 120;

    /** The value that {@code object} has there. */
    Optional<Object> in(KubeObject object) {
        Object value = object.content();
        Matcher steps = STEP.matcher(text);
        while (steps.find() && value != null) {
            value = steps.group(1) != null ? member(value, steps.group(1)) : item(value, steps.group(2));
        }
        return Optional.ofNullable(value);
    }

    private static Object member(Object value, String key) {
        return value instanceof Map<?, ?> map ? map.get(key) : null;
    }

    private static Object item(Object value, String which) {
        if (!(value instanceof List<?> list)) {
            return member(value, which);
        }
        if (which.matches("\\d{1,6}")) {
            int index = Integer.parseInt(which);
            return index < list.size() ? list.get(index) : null;
        }
        return list.stream()
                .filter(item -> item instanceof Map<?, ?> map
                        && KEY.matcher(which).results().allMatch(key -> key.group(2)
                                .replace("\"", "")
                                .equals(String.valueOf(map.get(key.group(1))))))
                .findFirst()
                .orElse(null);
    }

    /** The value there, for people. */
    String shown(KubeObject object) {
        String value = in(object).map(FieldPath::json).orElse("nothing");
        return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + " …";
    }

    private static String json(Object value) {
        return Json.write(value);
    }
}
