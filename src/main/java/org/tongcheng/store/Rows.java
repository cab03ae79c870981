package org.tongcheng.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The rows of a result that may be long. The database sends them some at a time: few at first, which fit whatever they are
 * (the largest geometry let in has 3.2 MB), then as many as fill some megabytes if they are like those before.
 */
final class Rows implements AutoCloseable {

    private static final int FIRST_ROWS = 20;
    private static final int MOST_ROWS = 1000;
    private static final long BYTES = 4_000_000;

    /** What a row holds beside its geometry, roughly. */
    private static final long BARE_ROW_BYTES = 500;

    private final PreparedStatement statement;
    private final ResultSet rows;
    private long bytes;
    private int count;

    private Rows(PreparedStatement statement, ResultSet rows) {
        this.statement = statement;
        this.rows = rows;
    }

    static Rows of(Sql sql, Connection connection) throws SQLException {
        PreparedStatement statement = sql.prepare(connection);
        try {
            statement.setFetchSize(FIRST_ROWS);
            return new Rows(statement, statement.executeQuery());
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
        bytes += BARE_ROW_BYTES + geometryBytes;
        count++;
        if (count % FIRST_ROWS == 0) {
            rows.setFetchSize((int) Math.max(1, Math.min(MOST_ROWS, BYTES * count / bytes)));
        }
    }

    @Override
    public void close() throws SQLException {
        try (statement) {
            rows.close();
        }
    }
}
