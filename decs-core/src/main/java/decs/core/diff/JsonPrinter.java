package decs.core.diff;

import decs.template.yaml.Json;
import java.util.stream.Collectors;

/** helm-diff's {@code json} form: what happens to which object, without content. */
final class JsonPrinter implements DiffPrinter {
    @Override
    public String print(ManifestDiff diff, DiffStyle style) {
        return diff.changes().stream().map(change -> entry(change, style)).collect(Collectors.joining(",", "[", "]\n"));
    }

    private static String entry(ObjectChange change, DiffStyle style) {
        ObjectKey key = change.key();
        return "{\n  \"api\": " + Json.write(key.api())
                + ",\n  \"kind\": " + Json.write(key.kind())
                + ",\n  \"namespace\": " + Json.write(key.namespace())
                + ",\n  \"name\": " + Json.write(key.name())
                + ",\n  \"change\": " + Json.write(word(change, style)) + "\n}";
    }

    static String word(ObjectChange change, DiffStyle style) {
        return style.silenced(change) ? "MODIFY_SUPPRESSED" : change.kind().word();
    }
}
