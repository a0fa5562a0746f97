package decs.cli.chart;

import decs.cli.frame.UsageException;
import decs.helm.chart.FieldJson;
import decs.template.value.ValueMap;
import decs.template.yaml.Yaml;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** {@code -o}: the form of a result. */
final class OutputOption {
    private enum Form {
        TABLE,
        JSON,
        YAML
    }

    @Option(
            names = {"-o", "--output"},
            paramLabel = "table|json|yaml",
            description = "the form of the result (table)")
    String output = "table";

    private Form form() {
        for (Form form : Form.values()) {
            if (form.name().toLowerCase(Locale.ROOT).equals(output)) {
                return form;
            }
        }
        throw new UsageException("invalid argument \"" + output + "\" for \"-o, --output\" flag: invalid format type");
    }

    /** The result in that form: as {@code table} says, or {@code rows} as data. */
    String text(List<ValueMap> rows, Supplier<String> table) {
        return switch (form()) {
            case TABLE -> table.get();
            case JSON -> FieldJson.write(rows) + "\n";
            case YAML -> Yaml.write(rows);
        };
    }

    boolean isTable() {
        return form() == Form.TABLE;
    }
}
