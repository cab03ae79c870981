package org.tongcheng.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Connections and transactions. Reading runs beside everything; writers stand in one queue, within this process by a lock and
 * between processes by the row of {@code store_lock}, so a second writer waits without holding a connection.
 *
 * <p>A connection that turns out to be gone (the process that served an H2 file ended, a server restarted) is replaced and the
 * work done again, as long as nothing was given out and nothing committed.
 */
final class Database implements AutoCloseable {

    private static final int ATTEMPTS = 4;

    /** Work on one connection, inside a transaction. */
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    private final HikariDataSource source;
    private final Dialect dialect;
    private final ReentrantLock writing = new ReentrantLock(true);

    /** @param source gives connections with auto-commit off */
    Database(HikariDataSource source, Dialect dialect) {
        this.source = source;
        this.dialect = dialect;
    }

    Dialect dialect() {
        return dialect;
    }

    <T> T read(String attempt, Work<T> work) {
        return read(attempt, () -> true, work);
    }

    /** @param restartable asked after a lost connection: whether the work may be done again from its beginning */
    <T> T read(String attempt, BooleanSupplier restartable, Work<T> work) {
        return attempt(attempt, restartable, () -> {
            try (Connection connection = source.getConnection()) {
                T result = work.with(connection);
                connection.commit();
                return result;
            }
        });
    }

    /**
     * Reads by single statements, of which each sees what is committed when it begins; all rows of a result come at once. No
     * transaction is opened, which spares the way to its end.
     */
    <T> T readSingly(String attempt, Work<T> work) {
        return attempt(attempt, () -> true, () -> {
            try (Connection connection = source.getConnection()) {
                connection.setAutoCommit(true);
                return work.with(connection);
            }
        });
    }

    /** One transaction that no other writer stands in, on disk when this returns. */
    <T> T write(String attempt, Work<T> work) {
        return queued(attempt, true, work);
    }

    /**
     * Like {@link #write}, for work that makes or changes tables. Where such statements end the transaction, the work must be
     * such that it can be broken off after each of them, and it is not tried again.
     */
    <T> T define(String attempt, Work<T> work) {
        return queued(attempt, !dialect.definitionsCommit(), work);
    }

    /**
     * Where statements that make tables end the transaction, and where a crash must not find one half done (both H2), a second
     * connection keeps the place in the queue until all is on disk.
     */
    private <T> T queued(String attempt, boolean restartable, Work<T> work) {
        return alone(() -> {
            boolean[] committing = {false};
            return attempt(attempt, () -> restartable && !committing[0], () -> {
                try (Connection place = dialect.definitionsCommit() ? source.getConnection() : null;
                        Connection connection = source.getConnection()) {
                    queue(place == null ? connection : place);
                    T result = whole(connection, work);
                    committing[0] = true;
                    connection.commit();
                    dialect.afterCommit(connection);
                    if (place != null) {
                        place.rollback();
                    }
                    return result;
                }
            });
        });
    }

    /**
     * A transaction that needs no place in the queue, because what it writes stands for itself; on disk when this returns, or,
     * where another write is under way in this process, with that one.
     */
    <T> T aside(String attempt, Work<T> work) {
        boolean quiet = writing.tryLock();
        try {
            return attempt(attempt, () -> true, () -> {
                try (Connection connection = source.getConnection()) {
                    T result = whole(connection, work);
                    connection.commit();
                    if (quiet) {
                        dialect.afterCommit(connection);
                    }
                    return result;
                }
            });
        } finally {
            if (quiet) {
                writing.unlock();
            }
        }
    }

    /** Waits until every write that began before has been committed or given up. */
    void awaitWriters(Connection connection) throws SQLException {
        queue(connection);
        connection.commit();
    }

    @Override
    public void close() {
        source.close();
    }

    private static void queue(Connection connection) throws SQLException {
        Sql.of("select id from store_lock where id = 1 for update").first(connection, row -> row.getInt(1));
    }

    private static <T> T whole(Connection connection, Work<T> work) throws SQLException {
        boolean done = false;
        try {
            T result = work.with(connection);
            done = true;
            return result;
        } finally {
            if (!done) {
                connection.rollback();
            }
        }
    }

    private interface Attempt<T> {
        T run() throws SQLException;
    }

    private <T> T attempt(String attempt, BooleanSupplier restartable, Attempt<T> work) {
        for (int i = 1; ; i++) {
            try {
                return work.run();
            } catch (SQLException e) {
                recover(attempt, e, i < ATTEMPTS && restartable.getAsBoolean());
            } catch (Dates.UncheckedSql e) {
                recover(attempt, e.sql(), i < ATTEMPTS && restartable.getAsBoolean());
            }
        }
    }

    private void recover(String attempt, SQLException e, boolean again) {
        if (!again || !dialect.anotherConnectionMayDo(e)) {
            throw new StoreFailure(attempt, e);
        }
        source.getHikariPoolMXBean().softEvictConnections();
    }

    private <T> T alone(Supplier<T> work) {
        writing.lock();
        try {
            return work.get();
        } finally {
            writing.unlock();
        }
    }
}
