package decs.helm.values;

import decs.helm.chart.ChartException;
import decs.helm.chart.HelmVersion;
import decs.template.source.Problem;
import decs.template.source.Source;
import decs.template.value.Merge;
import decs.template.value.ValueMap;
import decs.template.yaml.Yaml;
import decs.template.yaml.YamlException;
import java.util.List;

/**
 * Reads a file of values: a mapping, or nothing at all. Helm 3 reads the first document only, Helm 4 lays all documents
 * of the file over one another and reads whole lines, so that the last one ends even where the file does not.
 *
 * <p>Mirrors: chartutil.ReadValues (v3), loader.LoadValues (v4)
 */
public final class ValuesReader {
    private static final String NOT_A_MAPPING = "error unmarshaling JSON: while decoding JSON: json: cannot unmarshal ";

    private ValuesReader() {}

    /**
     * The values in {@code source}; not to be changed by the caller when they are shared.
     *
     * @throws decs.template.source.DecsException with Helm's text
     */
    public static ValueMap read(Source source, HelmVersion version) {
        if (version == HelmVersion.V3) {
            return mapping(Yaml.read(source), source);
        }
        try {
            ValueMap sum = null;
            for (Object document : Yaml.readAll(wholeLines(source))) {
                ValueMap next = mapping(document, source);
                sum = sum == null ? next : Merge.deep(sum, next);
            }
            return sum == null ? new ValueMap() : sum;
        } catch (YamlException | ChartException broken) {
            throw ChartException.within("cannot unmarshal yaml document: ", broken);
        }
    }

    private static Source wholeLines(Source source) {
        String text = source.text();
        return text.isEmpty() || text.endsWith("\n") ? source : Source.of(source.name(), text + "\n");
    }

    private static ValueMap mapping(Object tree, Source source) {
        if (tree == null) {
            return new ValueMap();
        }
        if (tree instanceof ValueMap map) {
            return map;
        }
        Problem problem = Problem.at(source.at(0), "values must be a mapping at the top, this is " + kind(tree))
                .withHint("write `name: value` pairs");
        throw new ChartException(
                NOT_A_MAPPING + kind(tree) + " into Go value of type map[string]interface {}", List.of(problem), null);
    }

    private static String kind(Object tree) {
        if (tree instanceof List) {
            return "array";
        }
        if (tree instanceof Boolean) {
            return "bool";
        }
        return tree instanceof Number ? "number" : "string";
    }
}
