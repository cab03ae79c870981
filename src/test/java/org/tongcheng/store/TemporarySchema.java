package org.tongcheng.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** A schema of its own in the PostGIS database that the system property {@code tongcheng.test.postgis.url} names (with user and password). */
final class TemporarySchema {

    private static final String URL_PROPERTY = "tongcheng.test.postgis.url";

    private final String name = "t_" + UUID.randomUUID().toString().replace("-", "");

    StoreSettings create() throws SQLException {
        // a lock, because two at once would both find the extension missing
        execute("select pg_advisory_lock(4326)", "create extension if not exists postgis schema public", "create schema " + name);
        String url = url();
        return StoreSettings.of(url + (url.contains("?") ? "&" : "?") + "currentSchema=" + name + ",public&ApplicationName=" + name);
    }

    void drop() throws SQLException {
        execute("drop schema " + name + " cascade");
    }

    /** Ends every connection of a store to this schema, as an administrator or a restart would. */
    void endConnections() throws SQLException {
        execute("select pg_terminate_backend(pid, 5000) from pg_stat_activity"
                + " where application_name = '" + name + "' and pid <> pg_backend_pid()");
    }

    /** The first value that a query answers, as text. */
    String ask(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    String name() {
        return name;
    }

    private static void execute(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url()); Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String url() {
        String url = System.getProperty(URL_PROPERTY);
        if (url == null || url.isEmpty()) {
            throw new IllegalStateException("-D" + URL_PROPERTY + "=jdbc:postgresql://… says which PostGIS to test on");
        }
        return url;
    }
}
