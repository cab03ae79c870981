package org.tongcheng.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Geometry;
import org.tongcheng.catalog.Existence;
import org.tongcheng.catalog.ExistenceRule;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.FeatureExists;
import org.tongcheng.catalog.Revision.Operation;
import org.tongcheng.catalog.StaleRevision;
import org.tongcheng.catalog.StoredFeature;
import org.tongcheng.catalog.UnknownFeature;
import org.tongcheng.catalog.Write;

/**
 * Writes one batch inside one transaction: rows, log, counters, and what derives from documents and corridors written. Writes
 * go in chunks of one collection in which no feature occurs twice, a few statements a chunk. One thread, one batch.
 */
final class FeatureWriter {

    private static final int CHUNK = 500;
    private static final int WORTH_ANALYSING = 5000;

    private final Connection connection;
    private final Dialect dialect;
    private final Declarations.Known known;
    private final Clock clock;
    private final Dates dates;
    private final List<Long> revisions = new ArrayList<>();
    private final Map<String, Counter> counters = new HashMap<>();
    private final Set<String> documents = new HashSet<>();
    private final Set<String> corridors = new HashSet<>();

    FeatureWriter(Connection connection, Dialect dialect, Declarations.Known known) throws SQLException {
        this.connection = connection;
        this.dialect = dialect;
        this.known = known;
        this.clock = Clock.load(connection);
        this.dates = Dates.present(connection, known);
    }

    private static final class Counter {
        private long writes;
        private long features;
    }

    /** Gives the revision number of each write. */
    List<Long> write(List<Write> batch) throws SQLException {
        int from = 0;
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < batch.size(); i++) {
            Write write = batch.get(i);
            boolean other = !write.collection().equals(batch.get(from).collection());
            if (other || i - from == CHUNK || seen.contains(id(write))) {
                flush(batch.subList(from, i));
                seen.clear();
                from = i;
            }
            seen.add(id(write));
        }
        flush(batch.subList(from, batch.size()));
        finish();
        return revisions;
    }

    /** What a chunk does to its table. */
    private record Changes(
            List<FeatureRows.Row> inserts, List<FeatureRows.Row> updates, List<Long> deletes, List<RevisionLog.Entry> log) {

        Changes() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    private void flush(List<Write> chunk) throws SQLException {
        if (chunk.isEmpty()) {
            return;
        }
        CollectionTable table = known.get(chunk.get(0).collection());
        FeatureRows rows = new FeatureRows(connection, dialect, table);
        List<String> ids = chunk.stream().map(FeatureWriter::id).toList();
        Map<String, FeatureRows.Row> present = rows.find(ids);
        List<String> absent = ids.stream().filter(id -> !present.containsKey(id)).toList();
        Map<String, Long> numbers = absent.isEmpty() ? Map.of() : RevisionLog.lastNumbers(connection, table.id(), absent);
        Changes changes = new Changes();
        for (Write write : chunk) {
            revisions.add(apply(table, write, present.get(id(write)), numbers.getOrDefault(id(write), 0L), changes));
        }
        rows.delete(changes.deletes());
        rows.insert(changes.inserts());
        rows.update(changes.updates());
        RevisionLog.append(connection, table.id(), changes.log());
        if (table.id().equals(ExistenceRule.DOCUMENTS) || table.id().equals(ExistenceRule.CORRIDORS)) {
            dates.forget();
        }
        Counter counter = counters.computeIfAbsent(table.id(), id -> new Counter());
        counter.writes += changes.log().size();
        counter.features += changes.inserts().size() - changes.deletes().size();
    }

    private long apply(CollectionTable table, Write write, FeatureRows.Row row, long lastNumber, Changes changes) {
        if (write instanceof Write.Create create) {
            if (row != null) {
                throw new FeatureExists(table.id(), id(write));
            }
            return insert(table, create.feature(), lastNumber + 1, changes);
        }
        if (write instanceof Write.Put put) {
            if (row == null) {
                return insert(table, put.feature(), lastNumber + 1, changes);
            }
            return same(table, row.feature().feature(), put.feature())
                    ? row.feature().revision()
                    : update(table, put.feature(), row, changes);
        }
        if (row == null) {
            throw new UnknownFeature(table.id(), id(write));
        }
        long expected = write instanceof Write.Replace replace ? replace.expected() : ((Write.Delete) write).expected();
        if (row.feature().revision() != expected) {
            throw new StaleRevision(table.id(), id(write), expected, row.feature().revision());
        }
        return write instanceof Write.Replace replace ? update(table, replace.feature(), row, changes) : delete(table, row, changes);
    }

    private long insert(CollectionTable table, Feature feature, long n, Changes changes) {
        Clock.Stamp stamp = clock.next();
        FeatureRows.Row row = row(table, feature, n, stamp.seq());
        changes.inserts().add(row);
        changes.log().add(entry(table, row, stamp, Operation.CREATE));
        note(table, feature.id(), null, row.feature());
        return n;
    }

    private long update(CollectionTable table, Feature feature, FeatureRows.Row row, Changes changes) {
        long n = row.feature().revision() + 1;
        FeatureRows.Row updated = row(table, feature, n, row.fid());
        changes.updates().add(updated);
        changes.log().add(entry(table, updated, clock.next(), Operation.REPLACE));
        note(table, feature.id(), row.feature(), updated.feature());
        return n;
    }

    private long delete(CollectionTable table, FeatureRows.Row row, Changes changes) {
        String id = row.feature().feature().id();
        long n = row.feature().revision() + 1;
        changes.log().add(new RevisionLog.Entry(clock.next(), id, n, row.fid(), Operation.DELETE, null, null));
        changes.deletes().add(row.fid());
        note(table, id, row.feature(), null);
        return n;
    }

    private FeatureRows.Row row(CollectionTable table, Feature feature, long n, long fid) {
        Existence existence = dates.rule().of(table.declaration(), feature);
        return new FeatureRows.Row(fid, Wkb.plain(feature.geometry()), new StoredFeature(feature, n, existence));
    }

    private static RevisionLog.Entry entry(CollectionTable table, FeatureRows.Row row, Clock.Stamp stamp, Operation operation) {
        Feature feature = row.feature().feature();
        String properties = Json.properties(table.declaration(), feature.properties());
        return new RevisionLog.Entry(stamp, feature.id(), row.feature().revision(), row.fid(), operation, row.wkb(), properties);
    }

    /** Remembers what others derive from, where it changed. */
    private void note(CollectionTable table, String id, StoredFeature before, StoredFeature after) {
        if (table.id().equals(ExistenceRule.DOCUMENTS)) {
            if (before == null || after == null
                    || !ExistenceRule.dateOf(before.feature()).equals(ExistenceRule.dateOf(after.feature()))) {
                documents.add(id);
            }
        } else if (table.id().equals(ExistenceRule.CORRIDORS)
                && (before == null || after == null || !before.existence().equals(after.existence()))) {
            corridors.add(id);
        }
    }

    private void finish() throws SQLException {
        if (!documents.isEmpty() || !corridors.isEmpty()) {
            Dependents dependents = new Dependents(connection, dialect, known, dates);
            dependents.derive(documents, corridors).forEach(id -> counters.computeIfAbsent(id, any -> new Counter()).writes++);
        }
        for (Map.Entry<String, Counter> entry : counters.entrySet()) {
            Counter counter = entry.getValue();
            if (counter.writes == 0) {
                continue;
            }
            Sql.of("update collections set features = features + ?, version = ? where id = ?", counter.features, clock.last(), entry.getKey())
                    .update(connection);
            String analyse = dialect.analyse(known.get(entry.getKey()).name());
            if (counter.writes >= WORTH_ANALYSING && analyse != null) {
                Sql.of(analyse).update(connection);
            }
        }
        clock.save(connection);
    }

    private static String id(Write write) {
        if (write instanceof Write.Create create) {
            return create.feature().id();
        }
        if (write instanceof Write.Replace replace) {
            return replace.feature().id();
        }
        return write instanceof Write.Put put ? put.feature().id() : ((Write.Delete) write).id();
    }

    private static boolean same(CollectionTable table, Feature one, Feature other) {
        return sameGeometry(one.geometry(), other.geometry())
                && Json.properties(table.declaration(), one.properties())
                        .equals(Json.properties(table.declaration(), other.properties()));
    }

    private static boolean sameGeometry(Geometry one, Geometry other) {
        return one == null || other == null ? one == other : one.getClass() == other.getClass() && one.equalsExact(other);
    }
}
