package decs.core.text;

import decs.core.load.State;
import decs.template.value.ValueMap;
import decs.template.yaml.Json;
import decs.template.yaml.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Environments and their values as {@code helmfile print-env} prints them: YAML documents, or one JSON array. */
public final class EnvironmentText {
    private EnvironmentText() {}

    public static String yaml(List<State> states) {
        return states.stream().map(state -> Yaml.writeV3(tree(state))).collect(Collectors.joining("---\n"));
    }

    public static String json(List<State> states) {
        List<Object> all = new ArrayList<>();
        states.forEach(state -> all.add(tree(state)));
        return Json.writeIndented(all, "  ") + "\n";
    }

    private static ValueMap tree(State state) {
        ValueMap tree = new ValueMap();
        tree.put("filePath", state.file().path().toString());
        if (!state.environment().kubeContext().isEmpty()) {
            tree.put("kubeContext", state.environment().kubeContext());
        }
        tree.put("name", state.environment().name());
        tree.put("values", state.environment().merged());
        return tree;
    }
}
