package org.tongcheng.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * Gives numbers and times to the writes of one transaction; {@link #save} makes them the last ones given. Numbers grow by one,
 * times by a microsecond or more, also when the machine's clock steps back. Only who stands first in the writers' queue has one.
 */
final class Clock {

    private long seq;
    private Instant recorded;
    private Long declared;

    private Clock(long seq, Instant recorded) {
        this.seq = seq;
        this.recorded = recorded;
    }

    /** A write's number and time. */
    record Stamp(long seq, Instant recorded) {

        OffsetDateTime time() {
            return recorded.atOffset(ZoneOffset.UTC);
        }
    }

    static Clock load(Connection connection) throws SQLException {
        return Sql.of("select seq, recorded from store_clock where id = 1")
                .first(connection, row -> new Clock(row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant()));
    }

    Stamp next() {
        Instant least = recorded.plus(1, ChronoUnit.MICROS);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        recorded = now.isBefore(least) ? least : now;
        return new Stamp(++seq, recorded);
    }

    /** Takes a number for a change of declarations. */
    long nextDeclared() {
        declared = next().seq();
        return declared;
    }

    Instant lastRecorded() {
        return recorded;
    }

    long last() {
        return seq;
    }

    void save(Connection connection) throws SQLException {
        Sql update = Sql.of("update store_clock set seq = ?, recorded = ?", seq, recorded.atOffset(ZoneOffset.UTC));
        if (declared != null) {
            update.add(", declared = ?", declared);
        }
        update.add(" where id = 1").update(connection);
    }
}
