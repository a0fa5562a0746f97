package decs.helm.text;

import decs.helm.action.ReleaseDrift;
import decs.helm.action.ReleaseDrift.FieldDrift;
import decs.helm.action.ReleaseDrift.ObjectDrift;
import decs.helm.action.ReleaseDrift.Writer;
import decs.helm.kube.ObjectRef;
import decs.template.yaml.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What {@code drift} prints.
 *
 * @param secrets whether the values of Secrets are shown
 */
public record DriftText(boolean secrets) {
    private static final int SHOWN = 160;

    /** For people. */
    public String text(List<ReleaseDrift> releases) {
        StringBuilder text = new StringBuilder();
        releases.forEach(release -> text(release, text));
        long drifted = releases.stream().filter(ReleaseDrift::found).count();
        return text.append(drifted)
                .append(" of ")
                .append(releases.size())
                .append(releases.size() == 1 ? " release has drifted\n" : " releases have drifted\n")
                .toString();
    }

    private void text(ReleaseDrift release, StringBuilder text) {
        text.append(release.namespace()).append('/').append(release.release());
        text.append(" (revision ").append(release.revision()).append(")");
        text.append(release.objects().isEmpty() ? ": as released\n" : ":\n");
        for (ObjectDrift object : release.objects()) {
            text.append("  ")
                    .append(object.object().kind())
                    .append(' ')
                    .append(object.object().name());
            if (object.problem().isPresent()) {
                text.append(" cannot be compared: ")
                        .append(object.problem().get())
                        .append('\n');
            } else if (object.missing()) {
                text.append(" is gone\n");
            } else {
                text.append('\n');
                object.fields().forEach(field -> text(object.object(), field, text));
            }
        }
    }

    private void text(ObjectRef object, FieldDrift field, StringBuilder text) {
        text.append("    ").append(field.path()).append(": ");
        text.append(
                shown(object, field.path(), field.live()).map(DriftText::json).orElse("gone"));
        text.append(field.released().isPresent() ? ", released as " : ", not released");
        text.append(shown(object, field.path(), field.released())
                .map(DriftText::json)
                .orElse(""));
        if (!field.by().isEmpty()) {
            text.append("; by ");
            text.append(field.by().stream().map(DriftText::writer).collect(Collectors.joining(", ")));
        }
        text.append('\n');
    }

    private static String writer(Writer writer) {
        String through = writer.subresource().isEmpty() ? "" : " (" + writer.subresource() + ")";
        return writer.manager() + through + (writer.time().isEmpty() ? "" : " at " + writer.time());
    }

    private static String json(Object value) {
        String json = Json.write(value);
        return json.length() <= SHOWN ? json : json.substring(0, SHOWN) + " …";
    }

    private Optional<Object> shown(ObjectRef object, String path, Optional<Object> value) {
        boolean secret = object.kind().equals("Secret") && (path.startsWith("data") || path.startsWith("stringData"));
        return secret && !secrets ? value.map(hidden -> "(secret)") : value;
    }

    /** For programs. */
    public String json(List<ReleaseDrift> releases) {
        List<Object> list = new ArrayList<>();
        for (ReleaseDrift release : releases) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("release", release.release());
            entry.put("namespace", release.namespace());
            entry.put("revision", (long) release.revision());
            entry.put("drifted", release.found());
            entry.put("objects", release.objects().stream().map(this::object).toList());
            list.add(entry);
        }
        return Json.write(list) + "\n";
    }

    private Map<String, Object> object(ObjectDrift object) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("apiVersion", object.object().apiVersion());
        entry.put("kind", object.object().kind());
        entry.put("namespace", object.object().namespace());
        entry.put("name", object.object().name());
        entry.put("state", object.problem().isPresent() ? "unknown" : object.missing() ? "missing" : "changed");
        object.problem().ifPresent(problem -> entry.put("problem", problem));
        entry.put(
                "fields",
                object.fields().stream()
                        .map(field -> field(object.object(), field))
                        .toList());
        return entry;
    }

    private Map<String, Object> field(ObjectRef object, FieldDrift field) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("path", field.path());
        shown(object, field.path(), field.live()).ifPresent(value -> entry.put("live", value));
        shown(object, field.path(), field.released()).ifPresent(value -> entry.put("released", value));
        entry.put("by", field.by().stream().map(DriftText::entry).toList());
        return entry;
    }

    private static Map<String, Object> entry(Writer writer) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("manager", writer.manager());
        if (!writer.subresource().isEmpty()) {
            entry.put("subresource", writer.subresource());
        }
        entry.put("time", writer.time());
        return entry;
    }
}
