package org.tongcheng.planning;

import java.util.List;

/**
 * An answer as rows.
 *
 * @param columns names with their units
 * @param rows    strings, numbers, booleans or nulls, one for each column
 */
public record Table(List<String> columns, List<List<Object>> rows) {

    public Table {
        columns = List.copyOf(columns);
        for (List<Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(row.size() + " cells in a row of " + columns.size() + " columns: " + row);
            }
        }
        rows = List.copyOf(rows);
    }
}
