package decs.helm.values;

import decs.helm.chart.ChartException;
import decs.helm.chart.HelmVersion;
import decs.template.source.DecsException;
import decs.template.source.Source;
import decs.template.value.Merge;
import decs.template.value.OpenIndexException;
import decs.template.value.SetExpression;
import decs.template.value.ValueMap;
import java.util.function.UnaryOperator;

/**
 * Merges the values that a user gives: files over one another, then assignments.
 *
 * <p>Mirrors: values.Options.MergeValues
 */
public final class UserValues {
    private final HelmVersion version;
    private final UnaryOperator<String> texts;

    /** A reader that gets the text of a file, an address or {@code -} from {@code texts}. */
    public UserValues(HelmVersion version, UnaryOperator<String> texts) {
        this.version = version;
        this.texts = texts;
    }

    /** The values that {@code options} make up, in a tree of their own. */
    public ValueMap merge(ValuesOptions options) {
        ValueMap files = new ValueMap();
        for (String file : options.files()) {
            files = Merge.deep(files, read(file));
        }
        ValueMap values = files;
        for (String json : options.json()) {
            assign(() -> SetJson.set(json, values, version));
        }
        for (String expression : options.set()) {
            assign(() -> SetExpression.set(expression, values));
        }
        for (String expression : options.texts()) {
            assign(() -> SetExpression.setString(expression, values));
        }
        for (String expression : options.fileTexts()) {
            assign(() -> SetExpression.setFile(expression, texts, values));
        }
        for (String expression : options.literals()) {
            assign(() -> SetExpression.setLiteral(expression, values));
        }
        return values;
    }

    private void assign(Runnable assignment) {
        try {
            assignment.run();
        } catch (OpenIndexException open) {
            if (version == HelmVersion.V3) {
                throw open;
            }
        }
    }

    private ValueMap read(String file) {
        Source source = Source.of(file, texts.apply(file));
        try {
            return ValuesReader.read(source, version);
        } catch (DecsException broken) {
            throw ChartException.within("failed to parse " + file + ": ", broken);
        }
    }
}
