package org.tongcheng.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.Envelope;
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

    private static final String SPAN = "greatest(ST_XMax(geom) - ST_XMin(geom), ST_YMax(geom) - ST_YMin(geom))";

    private static final int MOST_TRIES = 3;
    private static final int MOST_DIFFERENT = 2;

    /** A pixel of a tile 512 pixels wide. */
    private static final int PIXELS = 512;

    @Param({"6", "8", "10", "11", "12", "13", "14"})
    public int zoom;

    private final List<Question> questions = new ArrayList<>();
    private Connection connection;
    private int next;

    private record Question(TileAddress tile, String sql) {}

    @Setup
    public void connect() throws SQLException {
        connection = DriverManager.getConnection(Ground.url(Ground.POSTGIS));
        try (FeatureStore store = Ground.open(Ground.POSTGIS)) {
            Tiles tiles = new Tiles(store, 0);
            for (TileAddress tile : TileGround.tiles(zoom)) {
                questions.add(question(tile, tiles.draw(TileGround.question(tile))));
            }
        }
    }

    @TearDown
    public void disconnect() throws SQLException {
        connection.close();
    }

    @Benchmark
    public byte[] draw() throws SQLException {
        return draw(questions.get(next++ % questions.size()));
    }

    private byte[] draw(Question question) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(question.sql()); ResultSet rows = select.executeQuery()) {
            rows.next();
            return rows.getBytes(1);
        }
    }

    /** The statement with the fewest conditions that gives the same features. */
    private Question question(TileAddress tile, Tile ours) throws SQLException {
        Set<String> wanted = TileGround.ids(ours.bytes());
        for (String condition : List.of("", " and " + SPAN + " >= " + pixel(tile))) {
            int limit = ours.features();
            for (int tries = 0; tries < MOST_TRIES; tries++) {
                String ending = ours.leftOut() == 0 ? "" : " order by " + SPAN + " desc limit " + limit;
                Question question = new Question(tile, sql(tile, condition, ending));
                Set<String> theirs = TileGround.ids(draw(question));
                int missing = (int) wanted.stream().filter(id -> !theirs.contains(id)).count();
                int strange = (int) theirs.stream().filter(id -> !wanted.contains(id)).count();
                // a parcel or two may touch the margin, or be as large as the last, by a rounding
                if (missing + strange <= MOST_DIFFERENT) {
                    return question;
                }
                // those that lie in the box but not in the tile count as well
                limit += missing;
            }
        }
        throw new IllegalStateException("the peer's tile " + tile + " holds other features than ours");
    }

    private static double pixel(TileAddress tile) {
        Envelope box = tile.box(Tile.MARGIN);
        double north = Math.max(Math.abs(box.getMinY()), Math.abs(box.getMaxY()));
        return 360.0 / (1L << tile.zoom()) / PIXELS * Math.cos(Math.toRadians(north));
    }

    private static String sql(TileAddress tile, String condition, String ending) {
        String address = tile.zoom() + ", " + tile.column() + ", " + tile.row();
        double margin = Tile.MARGIN / (double) Tile.EXTENT;
        return "select ST_AsMVT(kept, '" + Parcels.COLLECTION + "', " + Tile.EXTENT + ") from (select ST_AsMVTGeom(ST_Transform(geom, 3857),"
                + " ST_TileEnvelope(" + address + "), " + Tile.EXTENT + ", " + Tile.MARGIN
                + ") as geom, id, name, land_use, floors, area_m2, surveyed"
                + " from peer.parcels where geom && ST_Transform(ST_TileEnvelope(" + address + ", margin => " + margin + "), 4326)"
                + condition + ending + ") kept";
    }
}
