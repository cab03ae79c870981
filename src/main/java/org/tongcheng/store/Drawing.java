package org.tongcheng.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import org.tongcheng.catalog.GeometryKind;
import org.tongcheng.catalog.Query;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.catalog.View;

/**
 * Reads what is in view of one collection on one connection, the largest first.
 *
 * <p>Where the view holds many more features than its limit, sorting them all costs more than all the rest. Then their spans are
 * counted by classes first, 64 to each doubling, and only the classes that can be among the largest are read and sorted, by both
 * indexes at once. Of a million parcels, 115 000 in view, that takes about half as long (decision 0024).
 */
final class Drawing {

    private static final double CLASSES = 64 / Math.log(2);

    /** Below what any class's limit can be off by when it is computed from its number. */
    private static final double ROUNDING = 1 - 1e-9;

    private final Connection connection;
    private final Dialect dialect;
    private final CollectionTable table;
    private final Query query;
    private final View view;

    Drawing(Connection connection, Dialect dialect, CollectionTable table, Query query, View view) {
        this.connection = connection;
        this.dialect = dialect;
        this.table = table;
        this.query = query;
        this.view = view;
    }

    /**
     * What came of it.
     *
     * @param left    how many in view match and were not taken
     * @param crowded whether there were more than the view's limit
     */
    record Result(long left, boolean crowded) {}

    /** How many features are in view and match, and the span that the largest of them, as many as the limit, have at least. */
    private record Largest(long all, double span) {}

    private record SpanClass(Integer number, long features) {}

    /** @param crowded whether there are probably more in view than the limit */
    Result draw(boolean crowded, Predicate<StoredFeature> each) throws SQLException {
        Largest largest = crowded && hasSpans() ? largest() : null;
        View drawn = largest == null ? view : view.withLeastSpan(largest.span());
        long taken = 0;
        long given = 0;
        CollectionTable.Selection selection = table.selection(view.properties());
        try (Rows rows = Rows.of(statement(selection, drawn), connection)) {
            while (taken == given && rows.next()) {
                StoredFeature feature = selection.read(rows.row());
                rows.took(Wkb.size(feature.feature().geometry()));
                given++;
                taken += each.test(feature) ? 1 : 0;
            }
        }
        if (taken == given && given < view.limit()) {
            return new Result(0, false);
        }
        long all = largest == null ? count() : largest.all();
        return new Result(all - taken, all > view.limit());
    }

    /** The order is written such that no index gives it: reading the whole land by size to find what lies in a box is slow. */
    Sql statement(CollectionTable.Selection selection, View drawn) {
        return new Conditions(dialect, table).select(selection.list(), query, drawn)
                .add(" order by t." + CollectionTable.SPAN + " + 0 desc nulls last, 1 limit " + view.limit());
    }

    private boolean hasSpans() {
        GeometryKind kind = table.declaration().geometry();
        return kind != GeometryKind.POINT && kind != GeometryKind.MULTI_POINT;
    }

    private long count() throws SQLException {
        return new Conditions(dialect, table).select("count(*)", query, view).first(connection, row -> row.getLong(1));
    }

    private Largest largest() throws SQLException {
        List<SpanClass> classes = Sql.of("select n, count(*) from (").add(new Conditions(dialect, table).select(
                        "cast(floor(ln(greatest(t." + CollectionTable.SPAN + ", 1e-12)) * " + CLASSES + ") as integer) as n", query, view))
                .add(") seen group by n order by n desc nulls last")
                .list(connection, row -> {
                    int number = row.getInt(1);
                    return new SpanClass(row.wasNull() ? null : (Integer) number, row.getLong(2));
                });
        long all = classes.stream().mapToLong(SpanClass::features).sum();
        long larger = 0;
        for (SpanClass one : classes) {
            larger += one.features();
            if (larger >= view.limit() && one.number() != null) {
                return new Largest(all, Math.max(view.leastSpan(), Math.exp(one.number() / CLASSES) * ROUNDING));
            }
        }
        return new Largest(all, view.leastSpan());
    }
}
