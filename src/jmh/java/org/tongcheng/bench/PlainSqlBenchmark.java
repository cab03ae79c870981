package org.tongcheng.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.Envelope;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The peer: the same GeoJSON by one hand-written statement on PostGIS, without a service, revisions or checks. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PlainSqlBenchmark {

    private static final String FEATURE = "json_build_object('type', 'Feature', 'id', id, 'geometry', ST_AsGeoJSON(geom, 9)::json,"
            + " 'properties', json_build_object('name', name, 'land_use', land_use, 'floors', floors, 'area_m2', area_m2,"
            + " 'surveyed', surveyed))";

    private final Parcels parcels = new Parcels(Ground.PARCELS);
    private final SplittableRandom random = new SplittableRandom(1);
    private Connection connection;

    @Setup
    public void connect() throws SQLException {
        connection = DriverManager.getConnection(Ground.url(Ground.POSTGIS));
    }

    @TearDown
    public void disconnect() throws SQLException {
        connection.close();
    }

    @Benchmark
    public byte[] box100() throws SQLException {
        return box(10, 10);
    }

    @Benchmark
    public byte[] box1000() throws SQLException {
        return box(40, 25);
    }

    @Benchmark
    public byte[] box10000() throws SQLException {
        return box(100, 100);
    }

    @Benchmark
    public byte[] item() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select " + FEATURE + " from peer.parcels where id = ?")) {
            select.setString(1, Parcels.id(random.nextInt(parcels.count())));
            return collect(select, 1);
        }
    }

    @Benchmark
    public int write() throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update peer.parcels set floors = floors + 1 where id = ?")) {
            update.setString(1, Parcels.id(9));
            return update.executeUpdate();
        }
    }

    private byte[] box(int columns, int rows) throws SQLException {
        Envelope box = parcels.box(columns, rows, random);
        try (PreparedStatement select = connection.prepareStatement("select " + FEATURE + " from peer.parcels"
                + " where geom && ST_MakeEnvelope(?, ?, ?, ?, 4326) order by id limit 10000")) {
            select.setDouble(1, box.getMinX());
            select.setDouble(2, box.getMinY());
            select.setDouble(3, box.getMaxX());
            select.setDouble(4, box.getMaxY());
            return collect(select, columns * rows);
        }
    }

    private static byte[] collect(PreparedStatement select, int expected) throws SQLException {
        StringBuilder collection = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[");
        int seen = 0;
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                collection.append(seen++ == 0 ? "" : ",").append(rows.getString(1));
            }
        }
        if (seen != expected) {
            throw new IllegalStateException(seen + " parcels in a box of " + expected);
        }
        return collection.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }
}
