package org.tongcheng.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.tongcheng.catalog.FeatureStore;
import org.tongcheng.tiles.Tile;
import org.tongcheng.tiles.TileAddress;
import org.tongcheng.tiles.Tiles;

/**
 * The peer: {@code ST_AsMVT} by one hand-written statement over the peer's own table, without a service or revisions. Each tile
 * holds the features that ours holds: where ours leaves out what is smaller than a pixel or what finds no room, the statement
 * says so, and where not it is spared the condition.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PlainTileBenchmark {

    @Param({"6", "8", "10", "11", "12", "13", "14"})
    public int zoom;

    private final List<String> statements = new ArrayList<>();
    private Connection connection;
    private int next;

    @Setup
    public void connect() throws Exception {
        connection = DriverManager.getConnection(Ground.url(Ground.POSTGIS));
        try (FeatureStore store = Ground.open(Ground.POSTGIS)) {
            Tiles tiles = new Tiles(store, 0);
            for (TileAddress tile : TileGround.tiles(zoom)) {
                KeptFeatures kept = KeptFeatures.like(tiles.draw(TileGround.question(tile)), tile, tried -> draw(sql(tile, tried)));
                statements.add(sql(tile, kept));
            }
        }
    }

    @TearDown
    public void disconnect() throws SQLException {
        connection.close();
    }

    @Benchmark
    public byte[] draw() throws SQLException {
        return draw(statements.get(next++ % statements.size()));
    }

    private byte[] draw(String statement) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(statement); ResultSet rows = select.executeQuery()) {
            rows.next();
            return rows.getBytes(1);
        }
    }

    private static String sql(TileAddress tile, KeptFeatures kept) {
        String address = tile.zoom() + ", " + tile.column() + ", " + tile.row();
        double margin = Tile.MARGIN / (double) Tile.EXTENT;
        return "select ST_AsMVT(kept, '" + Parcels.COLLECTION + "', " + Tile.EXTENT + ") from (select ST_AsMVTGeom(ST_Transform(geom, 3857),"
                + " ST_TileEnvelope(" + address + "), " + Tile.EXTENT + ", " + Tile.MARGIN
                + ") as geom, id, name, land_use, floors, area_m2, surveyed"
                + " from peer.parcels where geom && ST_Transform(ST_TileEnvelope(" + address + ", margin => " + margin + "), 4326)"
                + kept.condition() + kept.ending() + ") kept";
    }
}
