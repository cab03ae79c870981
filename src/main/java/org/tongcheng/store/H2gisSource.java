package org.tongcheng.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.h2.api.ErrorCode;
import org.h2.mvstore.MVStoreException;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * Connections to an H2 file, which is mended where a killed process left it such that H2 does not open it, and waited for while
 * another process is opening, mending or leaving it.
 */
final class H2gisSource extends AbstractDataSource {

    private static final long PATIENCE_SECONDS = 20;
    private static final long PAUSE_MILLISECONDS = 100;

    /** Another process holds the file without serving it (yet), or the one that served it is gone. */
    private static final Set<Integer> PASSING = Set.of(
            ErrorCode.DATABASE_ALREADY_OPEN_1, ErrorCode.CONNECTION_BROKEN_1, ErrorCode.DATABASE_IS_CLOSED,
            ErrorCode.DATABASE_CALLED_AT_SHUTDOWN, ErrorCode.ERROR_OPENING_DATABASE_1);

    /** One thread of this process at a time finds out what state the file is in; once it is open, the others find it open. */
    private final Object opening = new Object();

    private final String url;
    private final String user;
    private final String password;
    private final Path file;
    private volatile int loginSeconds = (int) PATIENCE_SECONDS;

    /** @param file the database's file; null where it is in memory */
    H2gisSource(String url, String user, String password, Path file) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.file = file;
    }

    /** The pool, when it closes, waits this long for a connection in the making: left alone, that would open the file once more. */
    @Override
    public int getLoginTimeout() {
        return loginSeconds;
    }

    @Override
    public void setLoginTimeout(int seconds) {
        loginSeconds = seconds;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return getConnection(user, password);
    }

    @Override
    public Connection getConnection(String username, String secret) throws SQLException {
        synchronized (opening) {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (true) {
                try {
                    return DriverManager.getConnection(url, username, secret);
                } catch (SQLException e) {
                    if (!mended(e)) {
                        waitOrThrow(e, end);
                    }
                }
            }
        }
    }

    /** Whether the file did not open for what a killed process left and is mended now. */
    private boolean mended(SQLException because) {
        if (file == null || !UnfinishedTransactions.keepClosed(because)) {
            return false;
        }
        try {
            UnfinishedTransactions.rollBack(file);
            return true;
        } catch (MVStoreException e) {
            // another process has the file open, most likely doing the same
            because.addSuppressed(e);
            return false;
        }
    }

    private void waitOrThrow(SQLException because, long end) throws SQLException {
        boolean passing = file != null
                && (PASSING.contains(because.getErrorCode()) || UnfinishedTransactions.keepClosed(because));
        if (!passing || System.nanoTime() > end) {
            throw because.getSuppressed().length == 0 ? because : new SQLException(
                    because.getMessage() + "; mending it: " + because.getSuppressed()[0].getMessage(),
                    because.getSQLState(), because.getErrorCode(), because);
        }
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw because;
        }
    }
}
