package org.tongcheng.bench;

import com.google.protobuf.InvalidProtocolBufferException;
import io.github.sebasbaumh.mapbox.vectortile.VectorTile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.locationtech.jts.geom.Envelope;
import org.tongcheng.geometry.Datum;
import org.tongcheng.tiles.TileAddress;
import org.tongcheng.tiles.TileMatrixSet;
import org.tongcheng.tiles.TileQuestion;

/** The Web Mercator tiles that benchmarks draw: the same at each zoom for us and for the peer, inside the parcels' ground where it is larger. */
final class TileGround {

    private static final int TILES = 12;

    private TileGround() {}

    /** Up to twelve tiles; at low zooms, where a tile is larger than the ground, those that hold its middle. */
    static List<TileAddress> tiles(int zoom) {
        Envelope ground = new Parcels(Ground.PARCELS).ground();
        SplittableRandom random = new SplittableRandom(zoom);
        List<TileAddress> tiles = new ArrayList<>();
        for (int tries = 0; tries < 10_000 && tiles.size() < TILES; tries++) {
            TileAddress tile = at(zoom, ground.getMinX() + random.nextDouble() * ground.getWidth(),
                    ground.getMinY() + random.nextDouble() * ground.getHeight());
            if (!tiles.contains(tile) && ground.covers(tile.box(0))) {
                tiles.add(tile);
            }
        }
        return tiles.isEmpty() ? List.of(at(zoom, ground.centre().x, ground.centre().y)) : tiles;
    }

    static TileQuestion question(TileAddress tile) {
        return new TileQuestion(tile, List.of(Parcels.DECLARATION), null, Datum.WGS84);
    }

    /** Whether the parcel of that id reaches into a box. */
    static boolean isIn(String id, Envelope box) {
        int number = Integer.parseInt(id.substring(1));
        return new Parcels(Ground.PARCELS).feature(number, 1).geometry().getEnvelopeInternal().intersects(box);
    }

    /** The ids of a tile's features; what several processes of PostGIS made together has its keys several times. */
    static Set<String> ids(byte[] tile) {
        try {
            Set<String> ids = new TreeSet<>();
            for (VectorTile.Tile.Layer layer : VectorTile.Tile.parseFrom(tile).getLayersList()) {
                layer.getFeaturesList().forEach(feature -> {
                    for (int i = 0; i < feature.getTagsCount(); i += 2) {
                        if (layer.getKeys(feature.getTags(i)).equals("id")) {
                            ids.add(layer.getValues(feature.getTags(i + 1)).getStringValue());
                        }
                    }
                });
            }
            return ids;
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TileAddress at(int zoom, double lon, double lat) {
        double northing = Math.log(Math.tan(Math.PI / 4 + Math.toRadians(lat) / 2));
        long side = 1L << zoom;
        return new TileAddress(TileMatrixSet.WEB_MERCATOR_QUAD, zoom, (long) ((0.5 - northing / (2 * Math.PI)) * side),
                (long) ((lon + 180) / 360 * side));
    }
}
