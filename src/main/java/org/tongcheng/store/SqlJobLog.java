package org.tongcheng.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.tongcheng.catalog.Job;
import org.tongcheng.catalog.JobLog;

/** The jobs in their table. Each statement stands for itself: what two services do to one job at once, one of them does. */
final class SqlJobLog implements JobLog {

    private static final Duration KEPT = Duration.ofDays(7);
    private static final String SILENT = "the service that worked on it is gone; ask again";
    private static final String RUNNING = Job.Status.RUNNING.label();

    private final Database database;

    SqlJobLog(Database database) {
        this.database = database;
    }

    private record Row(Job job, OffsetDateTime touched, OffsetDateTime now) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(new Job(row.getString(1), row.getString(2), Job.Status.of(row.getString(3)), row.getInt(4), row.getString(5)),
                    row.getObject(6, OffsetDateTime.class), row.getObject(7, OffsetDateTime.class));
        }

        boolean silent(Duration silence) {
            return job.status() == Job.Status.RUNNING && touched.plus(silence).isBefore(now);
        }
    }

    @Override
    public void open(String id, String question) {
        database.aside("opening job '" + id + "'", c -> {
            OffsetDateTime now = Sql.of("select current_timestamp from store_clock where id = 1")
                    .first(c, row -> row.getObject(1, OffsetDateTime.class));
            Sql.of("delete from jobs where touched < ?", now.minus(KEPT)).update(c);
            return Sql.of("insert into jobs (id, question, status, percent, touched) values (?, ?, ?, 0, current_timestamp)",
                    id, question, RUNNING).update(c);
        });
    }

    @Override
    public boolean touch(String id, int percent) {
        return database.aside("touching job '" + id + "'", c -> Sql.of("update jobs set percent = greatest(percent, ?),"
                + " touched = current_timestamp where id = ? and status = ?", percent, id, RUNNING).update(c)) > 0;
    }

    @Override
    public boolean end(String id, Job.Status status, String result) {
        return database.aside("ending job '" + id + "'", c -> end(c, id, status, result)) > 0;
    }

    @Override
    public Optional<Job> find(String id, Duration silence) {
        if (!Conditions.storable(id)) {
            return Optional.empty();
        }
        Row row = read(id);
        if (row != null && row.silent(silence)) {
            // whoever touched it meanwhile is not gone
            database.aside("giving up job '" + id + "'", c -> Sql.of("update jobs set status = ?, answer = ?"
                    + " where id = ? and status = ? and touched = ?", Job.Status.FAILED.label(), SILENT, id, RUNNING, row.touched()).update(c));
            return Optional.ofNullable(read(id)).map(Row::job);
        }
        return Optional.ofNullable(row).map(Row::job);
    }

    private Row read(String id) {
        return database.read("looking up job '" + id + "'", c -> Sql.of(
                "select id, question, status, percent, answer, touched, current_timestamp from jobs where id = ?", id).first(c, Row::of));
    }

    private static int end(Connection c, String id, Job.Status status, String result) throws SQLException {
        Sql set = Sql.of("update jobs set status = ?, touched = current_timestamp", status.label());
        if (result != null) {
            set.add(", answer = ?", result);
        }
        if (status == Job.Status.DONE) {
            set.add(", percent = 100");
        }
        return set.add(" where id = ? and status = ?", id, RUNNING).update(c);
    }
}
