package org.tongcheng.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.Revision;
import org.tongcheng.catalog.Revision.Operation;

/** The append-only table of every write. Rows are inserted here and nowhere changed. */
final class RevisionLog {

    private static final String COLUMNS = "seq, collection, feature_id, n, fid, recorded, operation, geometry, properties";

    private RevisionLog() {}

    /**
     * One write.
     *
     * @param stamp      its number and time
     * @param id         of the feature
     * @param n          of the revision
     * @param fid        the feature's place in its collection
     * @param operation  what was done
     * @param geometry   plain WKB; null where there is none
     * @param properties JSON text; null of a delete
     */
    record Entry(Clock.Stamp stamp, String id, long n, long fid, Operation operation, byte[] geometry, String properties) {}

    static void append(Connection connection, String collection, List<Entry> entries) throws SQLException {
        String sql = "insert into revisions (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Entry entry : entries) {
                statement.setLong(1, entry.stamp().seq());
                statement.setString(2, collection);
                statement.setString(3, entry.id());
                statement.setLong(4, entry.n());
                statement.setLong(5, entry.fid());
                statement.setObject(6, entry.stamp().time());
                statement.setString(7, entry.operation().label());
                statement.setBytes(8, entry.geometry());
                statement.setString(9, entry.properties());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Feature id → number of its last revision, of those that have a log. A join, because H2 uses no index of two columns for ANY. */
    static Map<String, Long> lastNumbers(Connection connection, String collection, Collection<String> ids) throws SQLException {
        Map<String, Long> numbers = new HashMap<>();
        Sql.of("select r.feature_id, max(r.n) from unnest(cast(? as varchar array)) u(id)"
                                + " join revisions r on r.collection = ? and r.feature_id = u.id group by r.feature_id",
                        ids.toArray(String[]::new), collection)
                .list(connection, row -> numbers.put(row.getString(1), row.getLong(2)));
        return numbers;
    }

    static List<Revision> of(Connection connection, String collection, String id) throws SQLException {
        return Sql.of("select n, recorded, operation from revisions where collection = ? and feature_id = ? order by n", collection, id)
                .list(connection, row -> new Revision(
                        row.getLong(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        Operation.valueOf(row.getString(3).toUpperCase(Locale.ROOT))));
    }

    /** The statement for one revision, as {@link #read} takes it. */
    static Sql one(String collection, String id, long n) {
        return Sql.of("select feature_id, n, geometry, properties from revisions"
                + " where collection = ? and feature_id = ? and n = ? and operation <> 'delete'", collection, id, n);
    }

    /** The statement for a feature's last revision, which may be a delete. */
    static Sql latest(String collection, String id) {
        return Sql.of("select feature_id, n, geometry, properties, operation from revisions"
                + " where collection = ? and feature_id = ? order by n desc limit 1", collection, id);
    }

    /** The statement for all features as they stood when {@code seq} had been written, in their order. */
    static Sql all(String collection, long seq) {
        return Sql.of("select r.feature_id, r.n, r.geometry, r.properties from revisions r"
                        + " where r.collection = ? and r.seq <= ? and r.operation <> 'delete'"
                        + " and not exists (select 1 from revisions l where l.collection = r.collection and l.fid = r.fid"
                        + " and l.n > r.n and l.seq <= ?) order by r.collection, r.fid, r.n",
                collection, seq, seq);
    }

    /** Number of the last write recorded at that moment or before; 0 where there is none. */
    static long lastSeq(Connection connection, Instant recorded) throws SQLException {
        return Sql.of("select coalesce(max(seq), 0) from revisions where recorded = "
                        + "(select max(recorded) from revisions where recorded <= ?)", recorded.atOffset(ZoneOffset.UTC))
                .first(connection, row -> row.getLong(1));
    }

    static Feature read(CollectionDeclaration declaration, ResultSet row) throws SQLException {
        return new Feature(row.getString(1), WkbReader.POSITIONS.read(row.getBytes(3)), Json.properties(declaration, row.getString(4)));
    }
}
