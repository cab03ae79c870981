package org.tongcheng.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tongcheng.catalog.Existence;
import org.tongcheng.catalog.ExistenceRule;
import org.tongcheng.catalog.Feature;

/**
 * The dates of documents and corridors by which others exist, looked up once each on one connection. One thread.
 * {@link UncheckedSql} carries what the database threw out of a look-up.
 */
final class Dates {

    /** An {@link SQLException} on its way through code that may not throw one; {@link Database} takes it out again. */
    static final class UncheckedSql extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UncheckedSql(SQLException cause) {
            super(cause);
        }

        SQLException sql() {
            return (SQLException) getCause();
        }
    }

    private interface LookUp<T> {
        T in(Connection connection, String id) throws SQLException;
    }

    private final Connection connection;
    private final Map<String, Optional<LocalDate>> documents = new HashMap<>();
    private final Map<String, Optional<Existence>> corridors = new HashMap<>();
    private final LookUp<Optional<LocalDate>> document;
    private final LookUp<Optional<Existence>> corridor;
    private final ExistenceRule rule = new ExistenceRule(this::documentDate, this::corridorExistence);

    private Dates(Connection connection, LookUp<Optional<LocalDate>> document, LookUp<Optional<Existence>> corridor) {
        this.connection = connection;
        this.document = document;
        this.corridor = corridor;
    }

    /** As they stand in the tables now. */
    static Dates present(Connection connection, Declarations.Known known) {
        CollectionTable documents = known.live().get(ExistenceRule.DOCUMENTS);
        CollectionTable corridors = known.live().get(ExistenceRule.CORRIDORS);
        return new Dates(
                connection,
                (c, id) -> documents == null || !documents.has(ExistenceRule.DATE) ? Optional.empty() : date(c, documents, id),
                (c, id) -> corridors == null || !corridors.declaration().hasPeriod() ? Optional.empty() : existence(c, corridors, id));
    }

    /** As the log has them last, also of collections that are gone. */
    static Dates latestRecorded(Connection connection, Declarations.Known known) {
        CollectionTable documents = known.logged().get(ExistenceRule.DOCUMENTS);
        CollectionTable corridors = known.logged().get(ExistenceRule.CORRIDORS);
        Dates[] self = new Dates[1];
        self[0] = new Dates(
                connection,
                (c, id) -> logged(c, documents, id).flatMap(ExistenceRule::dateOf),
                (c, id) -> logged(c, corridors, id).map(f -> self[0].rule.of(corridors.declaration(), f)));
        return self[0];
    }

    /** All of them as the log had them when {@code seq} had been written, read at once: nothing is looked up later. */
    static Dates allRecorded(Connection connection, Declarations.Known known, long seq) throws SQLException {
        Dates dates = new Dates(connection, (c, id) -> Optional.empty(), (c, id) -> Optional.empty());
        CollectionTable documents = known.logged().get(ExistenceRule.DOCUMENTS);
        if (documents != null) {
            each(connection, documents, seq, feature -> dates.documents.put(feature.id(), ExistenceRule.dateOf(feature)));
        }
        CollectionTable corridors = known.logged().get(ExistenceRule.CORRIDORS);
        if (corridors != null) {
            each(connection, corridors, seq, feature ->
                    dates.corridors.put(feature.id(), Optional.of(dates.rule.of(corridors.declaration(), feature))));
        }
        return dates;
    }

    private static void each(Connection connection, CollectionTable table, long seq, Consumer<Feature> each) throws SQLException {
        try (Rows rows = Rows.of(RevisionLog.all(table.id(), seq), connection)) {
            while (rows.next()) {
                each.accept(RevisionLog.read(table.declaration(), rows.row()));
            }
        }
    }

    ExistenceRule rule() {
        return rule;
    }

    /** Forgets what was looked up, because documents or corridors have been written. */
    void forget() {
        documents.clear();
        corridors.clear();
    }

    private Optional<LocalDate> documentDate(String id) {
        return remembered(documents, id, document);
    }

    private Optional<Existence> corridorExistence(String id) {
        return remembered(corridors, id, corridor);
    }

    private <T> Optional<T> remembered(Map<String, Optional<T>> memory, String id, LookUp<Optional<T>> lookUp) {
        Optional<T> value = memory.get(id);
        if (value == null) {
            try {
                value = lookUp.in(connection, id);
            } catch (SQLException e) {
                throw new UncheckedSql(e);
            }
            memory.put(id, value);
        }
        return value;
    }

    private static Optional<LocalDate> date(Connection connection, CollectionTable documents, String id) throws SQLException {
        String text = Sql.of("select " + documents.column(ExistenceRule.DATE) + " from " + documents.name() + " where \"id\" = ?", id)
                .first(connection, row -> row.getString(1));
        return ExistenceRule.dateOf(new Feature(id, null, Collections.singletonMap(ExistenceRule.DATE, text)));
    }

    private static Optional<Existence> existence(Connection connection, CollectionTable corridors, String id) throws SQLException {
        String columns = String.join(", ", CollectionTable.EXISTENCE);
        return Optional.ofNullable(Sql.of("select " + columns + " from " + corridors.name() + " where \"id\" = ?", id)
                .first(connection, row -> CollectionTable.existence(row, 1)));
    }

    private static Optional<Feature> logged(Connection connection, CollectionTable table, String id) throws SQLException {
        if (table == null) {
            return Optional.empty();
        }
        return Optional.ofNullable(RevisionLog.latest(table.id(), id)
                .first(connection, row -> row.getString(5).equals("delete") ? null : RevisionLog.read(table.declaration(), row)));
    }
}
