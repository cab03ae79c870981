package org.tongcheng.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tongcheng.catalog.CollectionDeclaration;
import org.tongcheng.catalog.Existence;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.PropertyDeclaration;
import org.tongcheng.catalog.PropertyType;
import org.tongcheng.catalog.StoredFeature;

/** Writes rows of a collection's table, many in one round trip. */
final class FeatureRows {

    private final Connection connection;
    private final Dialect dialect;
    private final CollectionTable table;

    FeatureRows(Connection connection, Dialect dialect, CollectionTable table) {
        this.connection = connection;
        this.dialect = dialect;
        this.table = table;
    }

    /**
     * A feature and its place.
     *
     * @param fid      its place in the collection
     * @param wkb      its geometry as plain WKB, or null
     * @param feature as it stands or shall stand
     */
    record Row(long fid, byte[] wkb, StoredFeature feature) {}

    /** Those of the ids that are there. */
    Map<String, Row> find(Collection<String> ids) throws SQLException {
        Map<String, Row> rows = new HashMap<>();
        Sql.of("select " + table.selectList() + " from " + table.name() + " t where t.\"id\" = any(?)", (Object) ids.toArray(String[]::new))
                .list(connection, row -> {
                    StoredFeature feature = table.read(row);
                    return rows.put(feature.feature().id(), new Row(CollectionTable.fid(row), null, feature));
                });
        return rows;
    }

    void insert(List<Row> rows) throws SQLException {
        List<String> columns = table.allColumns();
        batch("insert into " + table.name() + " (" + String.join(", ", columns) + ") values (" + String.join(", ", arguments()) + ")",
                rows, this::bindAll);
    }

    void update(List<Row> rows) throws SQLException {
        List<String> columns = table.allColumns();
        List<String> arguments = arguments();
        StringBuilder sql = new StringBuilder("update " + table.name() + " set ");
        for (int i = 1; i < columns.size(); i++) {
            sql.append(i == 1 ? "" : ", ").append(columns.get(i)).append(" = ").append(arguments.get(i));
        }
        batch(sql.append(" where \"fid\" = ?").toString(), rows, (statement, row) -> {
            int next = bindFrom(statement, 1, row);
            statement.setLong(next, row.fid());
        });
    }

    void delete(List<Long> fids) throws SQLException {
        batch("delete from " + table.name() + " where \"fid\" = ?", fids, (statement, fid) -> statement.setLong(1, fid));
    }

    /** Replaces what is derived, not what was written. */
    void updateExistence(Map<Long, Existence> byFid) throws SQLException {
        String assignments = String.join(" = ?, ", CollectionTable.EXISTENCE) + " = ?";
        batch("update " + table.name() + " set " + assignments + " where \"fid\" = ?", byFid.entrySet(), (statement, entry) -> {
            int next = bindExistence(statement, 1, entry.getValue());
            statement.setLong(next, entry.getKey());
        });
    }

    private interface Binder<T> {
        void bind(PreparedStatement statement, T row) throws SQLException;
    }

    private <T> void batch(String sql, Collection<T> rows, Binder<T> binder) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (T row : rows) {
                binder.bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private List<String> arguments() {
        CollectionDeclaration declaration = table.declaration();
        List<String> arguments = new ArrayList<>(Collections.nCopies(4 + CollectionTable.EXISTENCE.size(), "?"));
        arguments.set(3, dialect.geometryArgument());
        declaration.properties().forEach(property -> arguments.add(dialect.argument(property.type())));
        return arguments;
    }

    private void bindAll(PreparedStatement statement, Row row) throws SQLException {
        statement.setLong(1, row.fid());
        bindFrom(statement, 2, row);
    }

    /** Binds all but the fid; gives the index of the next parameter. */
    private int bindFrom(PreparedStatement statement, int first, Row row) throws SQLException {
        Feature feature = row.feature().feature();
        statement.setString(first, feature.id());
        statement.setLong(first + 1, row.feature().revision());
        statement.setBytes(first + 2, Wkb.withSrid(row.wkb()));
        int index = bindExistence(statement, first + 3, row.feature().existence());
        for (PropertyDeclaration property : table.declaration().properties()) {
            bindValue(statement, index++, property.type(), feature.value(property.name()));
        }
        return index;
    }

    private static int bindExistence(PreparedStatement statement, int first, Existence existence) throws SQLException {
        statement.setObject(first, existence.opened(), Types.DATE);
        statement.setObject(first + 1, existence.closed(), Types.DATE);
        statement.setObject(first + 2, existence.builtFrom(), Types.DATE);
        statement.setBoolean(first + 3, existence.assumed());
        statement.setObject(first + 4, existence.knownFrom(), Types.DATE);
        statement.setString(first + 5, existence.status().label());
        statement.setObject(first + 6, existence.dueYear(), Types.INTEGER);
        return first + CollectionTable.EXISTENCE.size();
    }

    private static void bindValue(PreparedStatement statement, int index, PropertyType type, Object value) throws SQLException {
        switch (type) {
            case STRING, DATE, PERIOD -> statement.setString(index, (String) value);
            case INTEGER -> statement.setObject(index, value, Types.BIGINT);
            case NUMBER -> statement.setObject(index, value, Types.DOUBLE);
            case BOOLEAN -> statement.setObject(index, value, Types.BOOLEAN);
            case ARRAY, OBJECT -> statement.setString(index, value == null ? null : Json.text(value));
        }
    }
}
