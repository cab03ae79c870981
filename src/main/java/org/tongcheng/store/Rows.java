package org.tongcheng.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The rows of a result that may be long. The database sends them in {@link Portions}. */
final class Rows implements AutoCloseable {

    private final Portions portions = new Portions();
    private final PreparedStatement statement;
    private final ResultSet rows;
    private int fetched;

    private Rows(PreparedStatement statement) throws SQLException {
        this.statement = statement;
        this.fetched = portions.next();
        statement.setFetchSize(fetched);
        this.rows = statement.executeQuery();
    }

    static Rows of(Sql sql, Connection connection) throws SQLException {
        PreparedStatement statement = sql.prepare(connection);
        try {
            return new Rows(statement);
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    boolean next() throws SQLException {
        return rows.next();
    }

    ResultSet row() {
        return rows;
    }

    /** Tells how many bytes the geometry of the present row has. */
    void took(int geometryBytes) throws SQLException {
        portions.took(geometryBytes);
        int next = portions.next();
        if (next != fetched) {
            rows.setFetchSize(next);
            fetched = next;
        }
    }

    @Override
    public void close() throws SQLException {
        try (statement) {
            rows.close();
        }
    }
}
