package decs.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * One render of one chart.
 *
 * @param chart a folder or an archive
 * @param values files of values
 */
record Case(String id, Path chart, List<String> values) {
    Case {
        values = List.copyOf(values);
    }
}
