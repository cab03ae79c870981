package org.tongcheng.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.LongStream;
import org.locationtech.jts.geom.Envelope;

/**
 * The overviews of large collections. One is made when its collection is first drawn and kept while there is room; later it is
 * brought up to date by the log, so that a write costs a look at what it changed. Threads: safe for many.
 */
final class Overviews {

    /** Of the memory there is, this share at the most. */
    private static final long SHARE = 16;

    private final Dialect dialect;
    private final long most;
    private final Cache<String, Kept> kept;

    Overviews(Dialect dialect) {
        this.dialect = dialect;
        this.most = Runtime.getRuntime().maxMemory() / SHARE / Overview.BYTES_EACH;
        this.kept = Caffeine.newBuilder().maximumWeight(most).weigher((String id, Kept one) -> one.overview().size()).build();
    }

    /**
     * An overview and what it rests on.
     *
     * @param declared number of the last change of declarations: a collection may be another one after it
     * @param version  of the collection's records: all writes up to it are seen
     */
    record Kept(long declared, long version, Overview overview) {}

    /**
     * What is kept of a collection, however old; null where there is nothing.
     *
     * @param declared number of the change of declarations that it must go by
     */
    Kept glimpse(String collection, long declared) {
        Kept seen = kept.getIfPresent(collection);
        return seen == null || seen.declared() != declared ? null : seen;
    }

    /** The overview of a collection as it stands or, where it is written to meanwhile, a little later; null where it would take too much room. */
    Overview find(Connection connection, Declarations.Standing standing) throws SQLException {
        if (standing.features() > most) {
            return null;
        }
        Kept seen = kept.getIfPresent(standing.table().id());
        if (holds(seen, standing)) {
            return seen.overview();
        }
        try {
            return kept.asMap().compute(standing.table().id(), (id, before) -> {
                try {
                    return current(connection, standing, before);
                } catch (SQLException e) {
                    throw new Dates.UncheckedSql(e);
                }
            }).overview();
        } catch (Dates.UncheckedSql e) {
            throw e.sql();
        }
    }

    private Kept current(Connection connection, Declarations.Standing now, Kept before) throws SQLException {
        if (holds(before, now)) {
            return before;
        }
        boolean older = before != null && before.declared() == now.declared();
        return new Kept(now.declared(), now.version(), older ? brought(connection, now.table(), before) : read(connection, now));
    }

    private static boolean holds(Kept one, Declarations.Standing now) {
        return one != null && one.declared() == now.declared() && one.version() >= now.version();
    }

    private Overview read(Connection connection, Declarations.Standing now) throws SQLException {
        Overview.Draft draft = new Overview.Draft(now.features());
        Sql sql = Sql.of("select t.\"fid\"" + columns() + " from " + now.table().name() + " t where t.\"geom\" is not null");
        try (Rows rows = Rows.of(sql, connection)) {
            while (rows.next()) {
                add(rows, draft);
            }
        }
        return draft.finished();
    }

    /**
     * The places that the log names are looked up again: what is no longer there is left out. Those of other collections, which
     * are not looked for in a condition because H2 would then read one collection's whole log, are not there either.
     */
    private Overview brought(Connection connection, CollectionTable table, Kept before) throws SQLException {
        Overview.Draft draft = new Overview.Draft(16);
        LongStream.Builder changed = LongStream.builder();
        Sql sql = Sql.of("select c.fid" + columns() + " from (select distinct fid from revisions where seq > ?) c"
                + " left join " + table.name() + " t on t.\"fid\" = c.fid", before.version());
        try (Rows rows = Rows.of(sql, connection)) {
            while (rows.next()) {
                changed.add(rows.row().getLong(1));
                add(rows, draft);
            }
        }
        return before.overview().with(draft.finished(), changed.build().sorted().toArray());
    }

    private String columns() {
        String geom = "t.\"geom\"";
        return ", t." + CollectionTable.SPAN + ", " + String.join(", ", dialect.boxSides(geom))
                + ", octet_length(" + dialect.geometryBytes(geom) + ")";
    }

    /** What has no geometry, or an empty one, is never in view. */
    private static void add(Rows rows, Overview.Draft draft) throws SQLException {
        double span = rows.row().getDouble(2);
        boolean point = rows.row().wasNull();
        double west = rows.row().getDouble(3);
        if (!rows.row().wasNull()) {
            draft.add(rows.row().getLong(1), point ? Double.NaN : span,
                    new Envelope(west, rows.row().getDouble(5), rows.row().getDouble(4), rows.row().getDouble(6)), rows.row().getInt(7));
        }
        rows.took(0);
    }
}
