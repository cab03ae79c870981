package org.tongcheng.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.io.WKBWriter;
import org.tongcheng.catalog.Feature;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.catalog.Write;
import org.tongcheng.store.StoreSettings;
import org.tongcheng.store.Stores;

/** What all benchmarks of a run stand on: parcels in both stores, and the peer's own table beside them on PostGIS. */
final class Ground {

    static final int PARCELS = Integer.getInteger("bench.parcels", 200_000);
    static final String H2GIS = "h2gis";
    static final String POSTGIS = "postgis";

    private static final int BATCH = 2_000;

    private Ground() {}

    /** The stores of this run: both, or PostGIS alone where {@code bench.h2gis} says no, since a million parcels take long to load. */
    static List<String> stores() {
        return Boolean.parseBoolean(System.getProperty("bench.h2gis", "true")) ? List.of(H2GIS, POSTGIS) : List.of(POSTGIS);
    }

    /** The JDBC URL of a store of this run. */
    static String url(String store) {
        return System.getProperty("bench." + store + ".url");
    }

    static FeatureStore open(String store) {
        return Stores.open(StoreSettings.of(url(store)));
    }

    static void load(String store) {
        Parcels parcels = new Parcels(PARCELS);
        long started = System.nanoTime();
        try (FeatureStore opened = open(store)) {
            opened.create(Parcels.DECLARATION);
            for (int from = 0; from < parcels.count(); from += BATCH) {
                List<Write> batch = new ArrayList<>();
                for (int n = from; n < Math.min(from + BATCH, parcels.count()); n++) {
                    batch.add(new Write.Create(Parcels.COLLECTION, parcels.feature(n, 1)));
                }
                opened.write(batch);
            }
        }
        System.out.printf("%d parcels in %s after %.1f s%n", parcels.count(), store, (System.nanoTime() - started) / 1e9);
    }

    /** A table as anybody would make it: a spatial index, a primary key and nothing else. */
    static void loadPeer() throws SQLException {
        Parcels parcels = new Parcels(PARCELS);
        try (Connection connection = DriverManager.getConnection(url(POSTGIS)); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("create schema peer");
            statement.execute("create table peer.parcels (id text primary key, geom geometry(Polygon, 4326), name text,"
                    + " land_use text, floors bigint, area_m2 double precision, surveyed date)");
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into peer.parcels values (?, ST_SetSRID(?::geometry, 4326), ?, ?, ?, ?, ?::date)")) {
                for (int n = 0; n < parcels.count(); n++) {
                    bind(insert, parcels.feature(n, 1));
                    insert.addBatch();
                    if (n % BATCH == 0) {
                        insert.executeBatch();
                    }
                }
                insert.executeBatch();
            }
            statement.execute("create index on peer.parcels using gist (geom)");
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("vacuum analyze");
        }
    }

    private static void bind(PreparedStatement insert, Feature parcel) throws SQLException {
        insert.setString(1, parcel.id());
        insert.setBytes(2, new WKBWriter().write(parcel.geometry()));
        insert.setString(3, parcel.text("name"));
        insert.setString(4, parcel.text("land_use"));
        insert.setLong(5, (Long) parcel.value("floors"));
        insert.setDouble(6, (Double) parcel.value("area_m2"));
        insert.setString(7, parcel.text("surveyed"));
    }
}
