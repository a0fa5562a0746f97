package decs.helm.kube;

import java.util.List;

/**
 * Objects as a server shows them to people.
 *
 * @param columns their names; those that a server shows only on demand are left out
 * @param rows one for each object, a cell for each column
 */
public record ObjectTable(List<String> columns, List<List<String>> rows) {
    public ObjectTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }
}
