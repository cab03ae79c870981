package org.tongcheng.bench;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.locationtech.jts.geom.Envelope;
import org.tongcheng.tiles.Tile;
import org.tongcheng.tiles.TileAddress;

/**
 * What a peer's statement says beside the tile's box, so that its tile holds the features that ours holds.
 *
 * @param condition SQL after the box: empty, or that a feature is as large as a pixel
 * @param ending    SQL after the conditions: empty, or the largest so many
 */
record KeptFeatures(String condition, String ending) {

    private static final String SPAN = "greatest(ST_XMax(geom) - ST_XMin(geom), ST_YMax(geom) - ST_YMin(geom))";

    private static final int MOST_TRIES = 3;
    private static final int MOST_DIFFERENT = 2;

    /** Half a pixel: at the margin's edge indices round outward, and slivers thinner than a unit are one's and not the other's. */
    private static final int EDGE_UNITS = 4;

    /** A pixel of a tile 512 pixels wide. */
    private static final int PIXELS = 512;

    /** A peer's drawing of one tile. */
    interface Drawing {

        byte[] draw(KeptFeatures kept) throws Exception;
    }

    /**
     * The fewest conditions under which the peer's tile holds what ours does, but for features that lie on the edge of the margin and
     * up to two that are as large as the last by a rounding. Throws {@link IllegalStateException} where there are none.
     */
    static KeptFeatures like(Tile ours, TileAddress tile, Drawing peer) throws Exception {
        Set<String> wanted = TileGround.ids(ours.bytes());
        Envelope well = tile.box(Tile.MARGIN - EDGE_UNITS);
        String visible = " and " + SPAN + " >= " + pixel(tile);
        // where we draw nothing all is too small: a peer need not draw a million features to show that
        for (String condition : ours.isEmpty() ? List.of(visible) : List.of("", visible)) {
            int limit = ours.features();
            for (int tries = 0; tries < MOST_TRIES; tries++) {
                String ending = ours.leftOut() == 0 ? "" : " order by " + SPAN + " desc limit " + limit;
                KeptFeatures kept = new KeptFeatures(condition, ending);
                Set<String> theirs = TileGround.ids(peer.draw(kept));
                Set<String> missing = without(wanted, theirs);
                Set<String> different = without(theirs, wanted);
                different.addAll(missing);
                if (different.stream().filter(id -> TileGround.isIn(id, well)).count() <= MOST_DIFFERENT) {
                    return kept;
                }
                // those that lie in the box but not in the tile count as well
                limit += missing.size();
            }
        }
        throw new IllegalStateException("the peer's tile " + tile + " holds other features than ours");
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        Set<String> left = new TreeSet<>(some);
        left.removeAll(others);
        return left;
    }

    private static double pixel(TileAddress tile) {
        Envelope box = tile.box(Tile.MARGIN);
        double north = Math.max(Math.abs(box.getMinY()), Math.abs(box.getMaxY()));
        return 360.0 / (1L << tile.zoom()) / PIXELS * Math.cos(Math.toRadians(north));
    }
}
