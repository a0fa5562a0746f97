package decs.cli.chart;

import decs.cli.frame.UsageException;
import java.util.Locale;
import picocli.CommandLine.Option;

/** {@code -o}: the form of a result. */
final class OutputOption {
    enum Form {
        TABLE,
        JSON,
        YAML
    }

    @Option(
            names = {"-o", "--output"},
            paramLabel = "table|json|yaml",
            description = "the form of the result (table)")
    String output = "table";

    Form form() {
        for (Form form : Form.values()) {
            if (form.name().toLowerCase(Locale.ROOT).equals(output)) {
                return form;
            }
        }
        throw new UsageException("invalid argument \"" + output + "\" for \"-o, --output\" flag: invalid format type");
    }

    boolean isTable() {
        return form() == Form.TABLE;
    }
}
