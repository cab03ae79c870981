package org.tongcheng.tiles;

import org.locationtech.jts.geom.Envelope;

/**
 * One tile.
 *
 * @param set    of which matrix set
 * @param zoom   0 … {@link TileMatrixSet#maxZoom}
 * @param row    counted southward from 0
 * @param column counted eastward from 0
 */
public record TileAddress(TileMatrixSet set, int zoom, long row, long column) {

    /** Throws {@link IllegalArgumentException} where the matrix set has no such tile. */
    public TileAddress {
        if (zoom < 0 || zoom > set.maxZoom() || row < 0 || row >= set.rows(zoom) || column < 0 || column >= set.columns(zoom)) {
            throw new IllegalArgumentException(set.id() + " has no tile " + zoom + "/" + row + "/" + column);
        }
    }

    /** Longitude and latitude of the tile and so many units of its surroundings, as far as there is land on the globe. */
    public Envelope box(int units) {
        double tiles = 1L << zoom;
        double margin = units / (double) Tile.EXTENT;
        return new Envelope(
                Math.max(-180, set.lon((column - margin) / tiles)), Math.min(180, set.lon((column + 1 + margin) / tiles)),
                Math.max(-90, set.lat((row + 1 + margin) / tiles)), Math.min(90, set.lat((row - margin) / tiles)));
    }

    /** The side of a unit in degrees of longitude. */
    double unitDegrees() {
        return (set.lon(1) - set.lon(0)) / (1L << zoom) / Tile.EXTENT;
    }
}
