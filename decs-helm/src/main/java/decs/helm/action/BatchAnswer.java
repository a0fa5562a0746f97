package decs.helm.action;

import decs.template.value.ValueMap;
import decs.template.yaml.Json;

/**
 * What became of a {@link BatchRequest}.
 *
 * @param manifest what {@code helm template} prints; empty when it failed
 * @param notes the rendered NOTES.txt
 * @param error what Helm prints, {@code Error: } in front; empty when it went well
 */
public record BatchAnswer(String id, boolean ok, String manifest, String notes, String error) {
    /** The answer as one line of JSON. */
    public String toJson() {
        ValueMap tree = new ValueMap();
        tree.put("id", id);
        tree.put("ok", ok);
        if (ok) {
            tree.put("manifest", manifest);
            tree.put("notes", notes);
        } else {
            tree.put("error", error);
        }
        return Json.write(tree);
    }
}
