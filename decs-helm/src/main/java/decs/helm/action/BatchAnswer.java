package decs.helm.action;

import decs.template.source.DecsException;
import decs.template.source.Problem;
import decs.template.source.ProblemData;
import decs.template.value.ValueMap;
import decs.template.yaml.Json;
import java.util.List;

/**
 * What became of a {@link BatchRequest}.
 *
 * @param manifest what {@code helm template} prints; empty when it failed
 * @param notes the rendered NOTES.txt
 * @param error what Helm prints, {@code Error: } in front; empty when it went well
 * @param problems the same with places, trails and hints
 */
public record BatchAnswer(String id, boolean ok, String manifest, String notes, String error, List<Problem> problems) {
    public BatchAnswer {
        problems = List.copyOf(problems);
    }

    static BatchAnswer failed(String id, DecsException why) {
        return new BatchAnswer(id, false, "", "", "Error: " + why.getMessage(), why.problems());
    }

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
            tree.put("problems", ProblemData.of(problems));
        }
        return Json.write(tree);
    }
}
