package decs.core.load;

import decs.template.source.DecsException;
import decs.template.source.Source;
import decs.template.yaml.YamlNode;
import java.util.List;
import java.util.Set;

/**
 * Whose rules a state file follows, by its text alone. No file that helmfile 1.x accepts is ever taken for 0.x: only what
 * 1.x refuses (its rules of order), text that is no YAML before it is rendered, and keys that only 0.x knows count.
 */
final class CompatRule {
    private static final Set<String> ONLY_V0 = Set.of("charts", "context");

    private CompatRule() {}

    static Compat of(String name, String raw) {
        StateText text = StateText.of(name, raw);
        if (text.breaksOrder()) {
            return Compat.V0;
        }
        if (name.endsWith(".gotmpl")) {
            return Compat.V1;
        }
        return text.parts().stream().anyMatch(CompatRule::speaksForV0) ? Compat.V0 : Compat.V1;
    }

    private static boolean speaksForV0(Source part) {
        List<YamlNode> documents;
        try {
            documents = YamlNode.readAll(part);
        } catch (DecsException noYaml) {
            return part.text().contains("{{");
        }
        return documents.stream().anyMatch(CompatRule::speaksForV0);
    }

    private static boolean speaksForV0(YamlNode document) {
        if (isTemplate(document)) {
            return true;
        }
        return document instanceof YamlNode.Mapping mapping
                && mapping.entries().stream()
                        .anyMatch(entry -> ONLY_V0.contains(entry.key()) || isTemplate(entry.value()));
    }

    private static boolean isTemplate(YamlNode node) {
        return node instanceof YamlNode.Scalar scalar
                && scalar.plain()
                && scalar.text().startsWith("{{");
    }
}
