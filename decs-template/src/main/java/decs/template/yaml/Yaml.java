package decs.template.yaml;

import decs.template.source.Position;
import decs.template.source.Problem;
import decs.template.source.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * YAML as the two Go libraries read and write it: the v1.1 one behind Helm ({@code sigs.k8s.io/yaml} on go-yaml v2,
 * through JSON) and the v3 one behind helmfile and {@code toYamlPretty}.
 */
public final class Yaml {
    private Yaml() {}

    /**
     * The first document as Helm reads it: YAML 1.1 scalars, every number a Double, keys made text, merge keys resolved,
     * mappings as {@link decs.template.value.ValueMap} with origins. Null for an empty document.
     *
     * @throws YamlException with Go's wording ({@code error converting YAML to JSON: yaml: line N: …})
     */
    public static Object read(Source source) {
        return first(HelmReader.read(source, false, false, false));
    }

    /** All documents, read as {@link #read}. */
    public static List<Object> readAll(Source source) {
        return HelmReader.read(source, true, false, false);
    }

    /**
     * The first document as {@link #read}, but numbers keep the type that go-yaml gave them: whole ones are Long
     * (BigInteger past 64 bits), others Double. For what Helm decodes into structs, whose text fields take any scalar.
     */
    public static Object readTyped(Source source) {
        return first(HelmReader.read(source, false, true, false));
    }

    /**
     * As {@link #readTyped}, for those who look at a few fields only: of a mapping the fields that {@code wanted} names in
     * lower case, letter case aside, are whole, and others may be empty. All of the document is checked.
     */
    public static Object readFields(Source source, Set<String> wanted) {
        return first(HelmReader.readFields(source, wanted));
    }

    /** {@code value} as Helm's {@code toYaml} writes it, with its final newline. */
    public static String write(Object value) {
        StringBuilder out = new StringBuilder();
        new YamlWriter(out, false).document(value);
        return out.toString();
    }

    /** The first document as go-yaml v3 decodes it into {@code interface{}}: ints are Integer, floats Double, times kept. */
    public static Object readV3(Source source) {
        List<Object> documents = readAllV3(source);
        return first(documents);
    }

    /** All documents, read as {@link #readV3}. */
    public static List<Object> readAllV3(Source source) {
        List<Object> documents = new ArrayList<>();
        YamlNode.documents(source).forEachRemaining(node -> documents.add(valueV3(node)));
        return documents;
    }

    private static Object valueV3(YamlNode node) {
        List<Problem> duplicates = node.duplicates();
        if (!duplicates.isEmpty()) {
            StringBuilder text = new StringBuilder("yaml: unmarshal errors:");
            duplicates.forEach(problem -> text.append("\n  line ")
                    .append(problem.at().map(Position::line).orElse(0))
                    .append(": ")
                    .append(problem.message()));
            throw new YamlException(text.toString(), duplicates);
        }
        return node.value();
    }

    /** {@code value} as go-yaml v3 writes it with indent 2 (helmfile's {@code toYaml}, Helm's {@code toYamlPretty}). */
    public static String writeV3(Object value) {
        StringBuilder out = new StringBuilder();
        new YamlWriter(out, true).document(value);
        return out.toString();
    }

    private static Object first(List<Object> documents) {
        return documents.isEmpty() ? null : documents.get(0);
    }

    /** The first document as {@link #read}, refusing a key that is given twice, as Helm reads index files. */
    public static Object readStrict(Source source) {
        return first(HelmReader.read(source, false, false, true));
    }
}
