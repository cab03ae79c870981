package org.tongcheng.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.UnknownCollection;

/**
 * The declarations as they stand in the database. They are kept in memory and read again when {@code store_clock.declared}
 * says that any process changed one, which every operation looks up first on its own connection. Threads: safe for many.
 */
final class Declarations {

    /** The expression of the number of the last change; of one row, it is looked up once for a whole statement. */
    static final String DECLARED = "(select declared from store_clock where id = 1)";

    private final Dialect dialect;
    private volatile Known known = new Known(-1, Map.of(), Map.of());

    Declarations(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * One state of all declarations.
     *
     * @param declared number of the change that led to it
     * @param live     the collections there are, in the order in which they are listed
     * @param logged   these and the dropped ones, whose log is still read
     */
    record Known(long declared, Map<String, CollectionTable> live, Map<String, CollectionTable> logged) {

        /** With this table in place of, or beside, those there are. */
        Known with(CollectionTable table) {
            Map<String, CollectionTable> tables = new LinkedHashMap<>(live);
            tables.put(table.id(), table);
            return new Known(declared, tables, logged);
        }

        Known without(String collection) {
            Map<String, CollectionTable> tables = new LinkedHashMap<>(live);
            tables.remove(collection);
            return new Known(declared, tables, logged);
        }

        CollectionTable get(String collection) {
            return of(live, collection);
        }

        CollectionTable getLogged(String collection) {
            return of(logged, collection);
        }

        private static CollectionTable of(Map<String, CollectionTable> tables, String collection) {
            CollectionTable table = tables.get(collection);
            if (table == null) {
                throw new UnknownCollection(collection);
            }
            return table;
        }
    }

    /** As they were when they were last looked up. */
    Known seen() {
        return known;
    }

    Known current(Connection connection) throws SQLException {
        return current(connection, Sql.of("select " + DECLARED).first(connection, row -> row.getLong(1)));
    }

    /** @param declared {@link #DECLARED} as a statement of the same connection gave it */
    Known current(Connection connection, long declared) throws SQLException {
        Known seen = known;
        if (seen.declared() != declared) {
            seen = load(connection, declared);
            known = seen;
        }
        return seen;
    }

    /**
     * A collection as it stands.
     *
     * @param declared number of the last change to any declaration
     * @param features how many it has
     * @param version  of its records
     */
    record Standing(CollectionTable table, long declared, long features, long version) {}

    /** Throws {@link UnknownCollection}. */
    Standing standing(Connection connection, String collection) throws SQLException {
        Standing bare = Sql.of("select s.declared, c.features, c.version from store_clock s left join collections c on c.id = ? where s.id = 1",
                collection).first(connection, row -> new Standing(null, row.getLong(1), row.getLong(2), row.getLong(3)));
        return new Standing(current(connection, bare.declared()).get(collection), bare.declared(), bare.features(), bare.version());
    }

    private Known load(Connection connection, long declared) throws SQLException {
        record Row(CollectionDeclaration declaration, boolean dropped) {}
        List<Row> rows = new ArrayList<>(Sql.of("select declaration, dropped from collections order by ordinal")
                .list(connection, row -> new Row(Json.declaration(row.getString(1)), row.getBoolean(2))));
        rows.sort(Comparator.comparing(row -> !row.declaration().builtIn()));
        Map<String, CollectionTable> live = new LinkedHashMap<>();
        Map<String, CollectionTable> logged = new LinkedHashMap<>();
        for (Row row : rows) {
            CollectionTable table = new CollectionTable(row.declaration(), dialect);
            logged.put(table.id(), table);
            if (!row.dropped()) {
                live.put(table.id(), table);
            }
        }
        return new Known(declared, live, logged);
    }
}
