package org.tongcheng.tiles;

/**
 * A tile as it is given out.
 *
 * @param bytes    Mapbox Vector Tile 2.1; none where nothing is in the tile
 * @param features how many it holds
 * @param leftOut  how many more would be in it, had it not grown too large: the smallest ones
 */
public record Tile(byte[] bytes, int features, long leftOut) {

    /** Units of a tile's side. */
    public static final int EXTENT = 4096;

    /** Units around a tile that are drawn as well, so that strokes and symbols do not end at its edge: eight pixels. */
    public static final int MARGIN = 64;

    /** Units of a pixel: a tile is drawn 512 pixels wide. */
    static final int PIXEL = 8;

    public static final int MOST_BYTES = 500_000;

    /** Of one layer. */
    public static final int MOST_FEATURES = 10_000;

    public boolean isEmpty() {
        return features == 0;
    }
}
