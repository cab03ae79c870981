package org.tongcheng.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStoreException;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Connections to an H2 file, which is mended where a killed process left it such that H2 does not open it. */
final class H2gisSource extends AbstractDataSource {

    private static final int ATTEMPTS = 20;
    private static final long PAUSE_MILLISECONDS = 250;

    private final String url;
    private final String user;
    private final String password;
    private final Path file;

    /** @param file the database's file; null where it is in memory */
    H2gisSource(String url, String user, String password, Path file) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.file = file;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return getConnection(user, password);
    }

    @Override
    public Connection getConnection(String username, String secret) throws SQLException {
        for (int i = 1; ; i++) {
            try {
                return DriverManager.getConnection(url, username, secret);
            } catch (SQLException e) {
                if (i == ATTEMPTS || file == null || !UnfinishedTransactions.keepClosed(e)) {
                    throw e;
                }
                mend(e);
            }
        }
    }

    /** Another process may be about to do the same; then this one waits a moment and tries to open the file again. */
    private void mend(SQLException because) throws SQLException {
        try {
            UnfinishedTransactions.rollBack(file);
        } catch (MVStoreException locked) {
            because.addSuppressed(locked);
            try {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw because;
            }
        }
    }
}
