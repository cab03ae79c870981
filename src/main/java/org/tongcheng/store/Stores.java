package org.tongcheng.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.tongcheng.catalog.FeatureStore;

/** Opens stores. */
public final class Stores {

    private static final String IN_MEMORY = "jdbc:h2:mem:";
    private static final String IN_FILE = "jdbc:h2:file:";

    private Stores() {}

    /**
     * Opens the store, having made or brought up to date its fixed tables. Several processes may have one store open, an H2 file
     * too: the first serves it to the others, on the loopback address. Throws {@link StoreFailure} where the database cannot be
     * reached or lacks PostGIS.
     */
    public static FeatureStore open(StoreSettings settings) {
        return openSql(settings);
    }

    static SqlFeatureStore openSql(StoreSettings settings) {
        Dialect dialect = settings.isH2() ? new H2gisDialect() : new PostgisDialect();
        HikariDataSource source = connect(settings);
        boolean opened = false;
        try {
            try (Connection connection = source.getConnection()) {
                dialect.prepare(connection);
            }
            migrate(source, dialect);
            SqlFeatureStore store = new SqlFeatureStore(new Database(source, dialect));
            store.bringUpToDate();
            opened = true;
            return store;
        } catch (SQLException e) {
            throw new StoreFailure("opening the store " + settings.name(), e);
        } catch (FlywayException e) {
            throw new StoreFailure("the fixed tables of the store " + settings.name() + " could not be made: " + e.getMessage(), e);
        } finally {
            if (!opened) {
                source.close();
            }
        }
    }

    private static HikariDataSource connect(StoreSettings settings) {
        try {
            return new HikariDataSource(pool(settings));
        } catch (HikariPool.PoolInitializationException e) {
            throw new StoreFailure("the store " + settings.name() + " cannot be opened: " + e.getCause().getMessage(), e);
        }
    }

    /** The spatial functions bring tables of their own, so an empty store is no empty schema: it stands at version 0. */
    private static void migrate(HikariDataSource source, Dialect dialect) {
        Flyway.configure(Stores.class.getClassLoader())
                .dataSource(source)
                .locations(dialect.migrations())
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    /** Who asks over the web should hear that the store is busy before giving up. */
    private static final long WAIT_FOR_CONNECTION_MILLISECONDS = 10_000;

    private static HikariConfig pool(StoreSettings settings) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("store");
        config.setMaximumPoolSize(settings.poolSize());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(WAIT_FOR_CONNECTION_MILLISECONDS);
        config.setAutoCommit(false);
        config.setInitializationFailTimeout(1);
        if (settings.isH2()) {
            // what H2 serves to a second process is for this machine only; H2 reads this once, when its classes load
            System.setProperty("h2.bindAddress", System.getProperty("h2.bindAddress", "127.0.0.1"));
            String url = h2Url(settings.url());
            config.setDataSource(new H2gisSource(url, orElse(settings.user(), "sa"), orElse(settings.password(), ""), h2File(url)));
            // H2 closes a file with its last connection, so none is given up for its age
            config.setMaxLifetime(0);
            config.setIdleTimeout(0);
        } else {
            config.setJdbcUrl(settings.url());
            config.setUsername(orElse(settings.user(), null));
            config.setPassword(orElse(settings.password(), null));
            PostgisDialect.connectionProperties().forEach(config::addDataSourceProperty);
        }
        return config;
    }

    /**
     * With an absolute path, served to other processes, streaming results, and writers that wait for an import of minutes.
     * Nothing is written to disk in the middle of a transaction (but for what memory cannot hold): H2 cannot open a file in
     * which a killed process left half a change of a spatial index, so commits are written by the store itself. What the URL says itself stands.
     */
    static String h2Url(String url) {
        String full = url;
        if (url.startsWith(IN_FILE)) {
            String rest = url.substring(IN_FILE.length());
            int end = rest.indexOf(';');
            String path = end < 0 ? rest : rest.substring(0, end);
            String absolute = path.startsWith("~") ? path : Path.of(path).toAbsolutePath().normalize().toString();
            full = with(IN_FILE + absolute + (end < 0 ? "" : rest.substring(end)), "AUTO_SERVER", "TRUE");
        } else if (url.startsWith(IN_MEMORY)) {
            full = with(url, "DB_CLOSE_DELAY", "-1");
        }
        return with(with(with(full, "LAZY_QUERY_EXECUTION", "1"), "LOCK_TIMEOUT", "600000"), "WRITE_DELAY", "600000");
    }

    /** The file that H2 makes for such a URL, null where there is none or only H2 knows where. */
    static Path h2File(String url) {
        if (!url.startsWith(IN_FILE) || url.startsWith(IN_FILE + "~")) {
            return null;
        }
        return Path.of(url.substring(IN_FILE.length()).split(";", 2)[0] + ".mv.db");
    }

    private static String with(String url, String setting, String value) {
        return url.toUpperCase(Locale.ROOT).contains(";" + setting + "=") ? url : url + ";" + setting + "=" + value;
    }

    private static String orElse(String given, String otherwise) {
        return given == null || given.isEmpty() ? otherwise : given;
    }
}
