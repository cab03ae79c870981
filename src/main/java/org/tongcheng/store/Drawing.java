package org.tongcheng.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.tongcheng.catalog.Query;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.catalog.View;

/**
 * Reads what is in view of one collection, the largest first (decision 0024). One thread, once.
 *
 * <p>Where the view holds many more features than its limit, having the database find and sort them all costs more than all the
 * rest. Then the {@link Overview} says which are the largest, and only these are read. Where it holds few of many, one
 * statement reads them all, which are sorted here; it gives none where the collection is no longer what it was known to be.
 */
final class Drawing {

    /** The answer of a statement that was made by what no longer holds. */
    private static final long OUTDATED = -1;

    private final Database database;
    private final Declarations declarations;
    private final Overviews overviews;
    private final Query query;
    private final View view;
    private long taken;
    private long given;

    Drawing(Database database, Declarations declarations, Overviews overviews, Query query, View view) {
        this.database = database;
        this.declarations = declarations;
        this.overviews = overviews;
        this.query = query;
        this.view = view;
    }

    /** Gives the features in view to {@code each} until it takes one no more; returns how many that match were not taken. */
    long draw(String collection, Predicate<StoredFeature> each) {
        Predicate<StoredFeature> counting = feature -> {
            given++;
            boolean takes = each.test(feature);
            taken += takes ? 1 : 0;
            return takes;
        };
        String attempt = "drawing '" + collection + "'";
        long left = drawKnown(attempt, collection, counting);
        return left != OUTDATED ? left : database.read(attempt, () -> given == 0, c -> {
            Declarations.Standing standing = declarations.standing(c, collection);
            Overview overview = standing.features() > view.limit() ? overviews.find(c, standing) : null;
            boolean crowded = overview != null && overview.isCrowded(view);
            return crowded ? drawLargest(c, standing.table(), overview, counting) : drawAll(c, standing.table(), counting);
        });
    }

    /**
     * A feature as it is sorted.
     *
     * @param span below 0 of a point
     * @param fid  its place in the collection
     */
    private record Spanned(double span, long fid, StoredFeature feature) implements Comparable<Spanned> {

        @Override
        public int compareTo(Spanned other) {
            int bySpan = Double.compare(other.span, span);
            return bySpan != 0 ? bySpan : Long.compare(fid, other.fid);
        }
    }

    /** Draws a view that is not crowded by what is known of a large collection; where that does not hold, nothing is given. */
    private long drawKnown(String attempt, String collection, Predicate<StoredFeature> each) {
        Declarations.Known known = declarations.seen();
        Overviews.Kept kept = overviews.glimpse(collection, known.declared());
        if (kept == null || kept.overview().isCrowded(view) || !Portions.allAtOnce(view.limit(), kept.overview().mostBytes())) {
            return OUTDATED;
        }
        List<Spanned> found;
        try {
            found = database.readSingly(attempt, c -> {
                List<Spanned> rows = readKnown(c, known.get(collection), kept.version());
                boolean holds = !rows.isEmpty() || declarations.standing(c, collection).version() == kept.version();
                return holds ? rows : null;
            });
        } catch (StoreFailure e) {
            // a table that is no longer there, or no longer as it was, is looked up anew
            return OUTDATED;
        }
        if (found == null || found.size() > view.limit()) {
            return OUTDATED;
        }
        Collections.sort(found);
        for (int i = 0; i < found.size() && taken == given; i++) {
            each.test(found.get(i).feature());
        }
        return found.size() - taken;
    }

    /** All in view or, where there are more than the limit, some more than it; none where the collection's records have another version. */
    private List<Spanned> readKnown(Connection connection, CollectionTable table, long version) throws SQLException {
        CollectionTable.Selection selection = table.drawing(view.properties());
        int last = selection.columns() + 1;
        return conditions(table).select(selection.list() + ", t." + CollectionTable.SPAN, query, view)
                .add(" and (select version from collections where id = ?) = ? limit " + (view.limit() + 1), table.id(), version)
                .list(connection, row -> {
                    double span = row.getDouble(last);
                    return new Spanned(row.wasNull() ? -1 : span, CollectionTable.fid(row), selection.read(row));
                });
    }

    /** The order is written such that no index gives it: reading the whole land by size to find what lies in a box is slow. */
    private long drawAll(Connection connection, CollectionTable table, Predicate<StoredFeature> each) throws SQLException {
        CollectionTable.Selection selection = table.drawing(view.properties());
        Sql statement = conditions(table).select(selection.list(), query, view)
                .add(" order by t." + CollectionTable.SPAN + " + 0 desc nulls last, 1 limit " + view.limit());
        try (Rows rows = Rows.of(statement, connection)) {
            while (taken == given && rows.next()) {
                StoredFeature feature = selection.read(rows.row());
                rows.took(Wkb.size(feature.feature().geometry()));
                each.test(feature);
            }
        }
        return taken == given && given < view.limit() ? 0 : count(connection, table) - taken;
    }

    private long drawLargest(Connection connection, CollectionTable table, Overview overview, Predicate<StoredFeature> each)
            throws SQLException {
        CollectionTable.Selection selection = table.drawing(view.properties());
        Overview.Scan scan = overview.scan(view);
        Portions portions = new Portions(overview.mostBytes());
        long[] fids = scan.next(portions.next());
        while (fids.length > 0 && taken == given && given < view.limit()) {
            Map<Long, StoredFeature> features = new HashMap<>(2 * fids.length);
            conditions(table).select(selection.list(), query, fids)
                    .list(connection, row -> features.put(CollectionTable.fid(row), selection.read(row)));
            for (int i = 0; i < fids.length && taken == given && given < view.limit(); i++) {
                StoredFeature feature = features.get(fids[i]);
                if (feature != null) {
                    portions.took(Wkb.size(feature.feature().geometry()));
                    each.test(feature);
                }
            }
            fids = scan.next(portions.next());
        }
        return (conditions(table).takesAll(query) ? scan.all() : count(connection, table)) - taken;
    }

    private long count(Connection connection, CollectionTable table) throws SQLException {
        return conditions(table).select("count(*)", query, view).first(connection, row -> row.getLong(1));
    }

    private Conditions conditions(CollectionTable table) {
        return new Conditions(database.dialect(), table);
    }
}
