package org.tongcheng.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** The database did what nobody expected: it is away, full, or we sent it something wrong. The message says what was tried. */
public final class StoreFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoreFailure(String attempt, SQLException cause) {
        super(attempt + " failed: " + cause.getMessage() + " (SQL state " + cause.getSQLState() + ")", cause);
    }

    StoreFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether all that failed was the wait for a free connection: the same may be tried again. */
    public boolean isBusy() {
        return getCause() instanceof SQLTransientConnectionException;
    }
}
