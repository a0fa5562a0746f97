package decs.core.load;

import decs.template.source.DecsException;
import decs.template.source.Source;
import decs.template.yaml.YamlNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Whose rules a state file follows, by its text alone and by that of the local files it names. No file that helmfile 1.x
 * accepts is ever taken for 0.x: only what 1.x refuses (its rules of order), text that is no YAML before it is rendered,
 * unquoted template text, and keys that only 0.x knows count.
 */
final class CompatRule {
    private static final Set<String> ONLY_V0 = Set.of("charts", "context");

    private final boolean allRendered;
    private final Function<StateFile, String> texts;
    private final Set<Path> seen = new HashSet<>();

    /**
     * @param allRendered whether 1.x was told to render plain files, too
     * @param texts reads a file
     */
    CompatRule(boolean allRendered, Function<StateFile, String> texts) {
        this.allRendered = allRendered;
        this.texts = texts;
    }

    /** 0.x when {@code file} or one of those that it names speaks for it. */
    Compat of(StateFile file) {
        if (!seen.add(file.path())) {
            return Compat.V1;
        }
        StateText text = StateText.of(file.name(), texts.apply(file));
        if (text.breaksOrder()) {
            return Compat.V0;
        }
        boolean rendered = allRendered || file.name().endsWith(".gotmpl");
        List<StateFile> named = new ArrayList<>();
        for (Source part : text.parts()) {
            List<YamlNode> documents;
            try {
                documents = YamlNode.readAll(part);
            } catch (DecsException noYaml) {
                if (!rendered && part.text().contains("{{")) {
                    return Compat.V0;
                }
                continue;
            }
            if (!rendered && documents.stream().anyMatch(CompatRule::speaksForV0)) {
                return Compat.V0;
            }
            documents.forEach(document -> named.addAll(named(document, file)));
        }
        return named.stream().anyMatch(other -> of(other) == Compat.V0) ? Compat.V0 : Compat.V1;
    }

    /** The bases and nested files of a document whose paths can be read before anything is rendered. */
    private static List<StateFile> named(YamlNode document, StateFile file) {
        List<StateFile> files = new ArrayList<>();
        for (String path : paths(document)) {
            if (!path.isEmpty() && !path.contains("{{") && !path.contains("://")) {
                ValuesFiles.find(file.folder(), path).stream()
                        .filter(Files::isRegularFile)
                        .forEach(found -> files.add(new StateFile(found, path)));
            }
        }
        return files;
    }

    private static List<String> paths(YamlNode document) {
        List<String> paths = new ArrayList<>();
        if (document instanceof YamlNode.Mapping mapping) {
            for (String key : List.of("bases", "helmfiles")) {
                if (mapping.get(key) instanceof YamlNode.Sequence list) {
                    list.items().forEach(item -> paths.add(path(item)));
                }
            }
        }
        return paths;
    }

    private static String path(YamlNode entry) {
        YamlNode path = entry instanceof YamlNode.Mapping mapping ? mapping.get("path") : entry;
        return path instanceof YamlNode.Scalar scalar ? scalar.text() : "";
    }

    private static boolean speaksForV0(YamlNode document) {
        if (isTemplate(document) || hasMappingAsKey(document)) {
            return true;
        }
        return document instanceof YamlNode.Mapping mapping
                && mapping.entries().stream()
                        .anyMatch(entry -> ONLY_V0.contains(entry.key()) || isTemplate(entry.value()));
    }

    /** Whether there is an unquoted {@code {{ x }}}, which YAML takes for a mapping whose key is one. */
    private static boolean hasMappingAsKey(YamlNode node) {
        if (node instanceof YamlNode.Sequence list) {
            return list.items().stream().anyMatch(CompatRule::hasMappingAsKey);
        }
        return node instanceof YamlNode.Mapping mapping
                && mapping.entries().stream()
                        .anyMatch(
                                entry -> entry.keyNode() instanceof YamlNode.Mapping || hasMappingAsKey(entry.value()));
    }

    private static boolean isTemplate(YamlNode node) {
        return node instanceof YamlNode.Scalar scalar
                && scalar.plain()
                && scalar.text().startsWith("{{");
    }
}
